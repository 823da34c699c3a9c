package io.huikuan.preference;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class NotificationSettingsResourceTest {
    private static final String MINE = "/me/notification-settings";

    @Test
    void nothingIsSetUntilItIsAndThenExactlyWhatWasSaid() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var first = wang.gets(MINE);
        assertThat(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(first.jsonPath().getMap("")).isEmpty();
        var wanted = Map.of(
                "email",
                "wang@example.com",
                "phone",
                "+8613800000000",
                "quietHours",
                Map.of("from", "20:00", "until", "09:30"),
                "dailyCap",
                5,
                "channels",
                Map.of("reminders", List.of("EMAIL", "FCM"), "payments", List.of()));

        var kept = put(wang, "\"0\"", wanted);

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.header("ETag")).isEqualTo("\"1\"");
        assertThat(wang.gets(MINE).jsonPath().getMap("")).isEqualTo(wanted);
        assertThat(chen.gets(MINE).jsonPath().getMap("")).isEmpty();
    }

    @Test
    void whatIsLeftOutIsTheOrganisationsAgain() {
        var wang = Given.anOrganisation().salesperson("wang");
        put(wang, "*", Map.of("dailyCap", 5, "channels", Map.of("reminders", List.of("EMAIL"))));

        put(wang, "*", Map.of("email", "wang@example.com"));

        assertThat(wang.gets(MINE).jsonPath().getMap(""))
                .isEqualTo(Map.of("email", "wang@example.com", "channels", Map.of()));
    }

    @Test
    void staleChangeIsRefused() {
        var wang = Given.anOrganisation().salesperson("wang");
        put(wang, "\"0\"", Map.of("dailyCap", 5));

        assertThat(put(wang, "\"0\"", Map.of("dailyCap", 6)).statusCode()).isEqualTo(412);
        assertThat(wang.asks().body(Map.of("dailyCap", 6)).put(MINE).statusCode())
                .isEqualTo(428);
        assertThat(wang.gets(MINE).jsonPath().getInt("dailyCap")).isEqualTo(5);
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(Map.of("email", "wang"), "/email"),
                Arguments.of(Map.of("email", "wang@example.com\r\nBcc: x@example.com"), "/email"),
                Arguments.of(Map.of("phone", "13800000000"), "/phone"),
                Arguments.of(Map.of("dailyCap", 0), "/dailyCap"),
                Arguments.of(Map.of("quietHours", Map.of("from", "21:00")), "/quietHours/until"),
                Arguments.of(Map.of("quietHours", Map.of("from", "24:00", "until", "08:00")), "/quietHours/from"),
                Arguments.of(Map.of("quietHours", Map.of("from", "08:01", "until", "08:00")), "/quietHours/until"),
                Arguments.of(Map.of("channels", Map.of("reminders", List.of("FCM", "FCM"))), "/channels/reminders"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrongWithWhichField(Map<String, Object> wanted, String pointer) {
        var answer = put(Given.anOrganisation().salesperson("wang"), "*", wanted);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void defaultsAreNineToEightAndTwentyUntilTheAdminSaysOtherwise() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        assertThat(wang.gets("/notification-defaults").jsonPath().getMap(""))
                .isEqualTo(Map.of("quietHours", Map.of("from", "21:00", "until", "08:00"), "dailyCap", 20));
        var wanted = Map.of("quietHours", Map.of("from", "19:00", "until", "07:00"), "dailyCap", 4);

        var kept = organisation
                .admin()
                .asks()
                .header("If-Match", "\"0\"")
                .body(wanted)
                .put("/notification-defaults");

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(wang.gets("/notification-defaults").jsonPath().getMap("")).isEqualTo(wanted);
    }

    private static Response put(Person person, String ifMatch, Map<String, ?> wanted) {
        return person.asks().header("If-Match", ifMatch).body(wanted).put(MINE);
    }
}
