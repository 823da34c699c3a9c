package io.huikuan.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReachabilityResourceTest {
    @Test
    void saysOfEachPersonWhetherAPushArrivesAndWhyNot() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen", "zhang");
        register(people.get(0), "GRANTED");
        register(people.get(1), "DENIED");
        people.get(2)
                .asks()
                .header("If-Match", "*")
                .body(Map.of("email", "zhang@example.com"))
                .put("/me/notification-settings");

        var list = east.manager().gets("/reachability?limit=200").jsonPath();

        assertThat(list.getString(find(people.get(0), "push"))).isEqualTo("REACHABLE");
        assertThat(list.getString(find(people.get(1), "push"))).isEqualTo("PERMISSION_OFF");
        assertThat(list.getString(find(people.get(2), "push"))).isEqualTo("NO_DEVICE");
        assertThat(list.getBoolean(find(people.get(2), "email"))).isTrue();
        assertThat(list.getBoolean(find(people.get(0), "email"))).isFalse();
        var one = east.manager()
                .gets("/users/" + people.get(1).id() + "/reachability")
                .jsonPath();
        assertThat(one.getString("push")).isEqualTo("PERMISSION_OFF");
        assertThat(one.getInt("devices")).isEqualTo(1);
    }

    @Test
    void aSecondPhoneThatMayNotifyIsEnough() {
        var east = Given.anOrganisation().team("East", null);
        var wang = east.salespeople("wang").getFirst();
        register(wang, "DENIED");
        register(wang, "GRANTED");

        assertThat(east.manager()
                        .gets("/users/" + wang.id() + "/reachability")
                        .jsonPath()
                        .getString("push"))
                .isEqualTo("REACHABLE");
    }

    private static String find(Person person, String field) {
        return "items.find { it.id == '" + person.id() + "' }." + field;
    }

    private static void register(Person person, String permission) {
        person.asks()
                .body(Map.of(
                        "platform", "ANDROID",
                        "address", "address-" + UUID.randomUUID(),
                        "addressKind", "TOKEN",
                        "locale", "zh-CN",
                        "permission", permission))
                .put("/devices/i-" + UUID.randomUUID())
                .then()
                .statusCode(200);
    }
}
