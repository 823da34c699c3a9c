package io.huikuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PolicyResourceTest {
    private static final String PLACE = "/reminder-policies";

    private Organisation organisation;
    private Person admin;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        admin = organisation.admin();
    }

    @Test
    void keepsWhatIsWrittenAndSaysWhatIsUsual() {
        var step = new HashMap<String, Object>(step(7, "OWNER", "MANAGER"));
        step.put("channels", List.of("PUSH", "EMAIL"));
        step.put("repeatEveryWorkingDays", 2);
        step.put("minimumOpen", List.of(Given.json(Given.cny("500.00"))));
        step.put("task", "FOLLOW_UP");
        var id = admin.creates(PLACE, policy("重点客户", Map.of("dayCount", "WORKING"), step(0, "OWNER"), step));

        var seen = organisation
                .finance()
                .gets(PLACE + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(seen.getString("name")).isEqualTo("重点客户");
        assertThat(seen.getInt("policyVersion")).isEqualTo(1);
        assertThat(seen.getString("ladder.dayCount")).isEqualTo("WORKING");
        assertThat(seen.getInt("ladder.minimumIntervalDays")).isEqualTo(1);
        assertThat(seen.getInt("ladder.idleLookDays")).isEqualTo(30);
        assertThat(seen.getList("ladder.steps.offsetDays")).isEqualTo(List.of(0, 7));
        assertThat(seen.<String>getList("ladder.steps[0].channels")).containsExactlyInAnyOrder("PUSH", "EMAIL", "SMS");
        assertThat(seen.<String>getList("ladder.steps[1].channels")).containsExactlyInAnyOrder("PUSH", "EMAIL");
        assertThat(seen.getInt("ladder.steps[1].repeatEveryWorkingDays")).isEqualTo(2);
        assertThat(seen.getString("ladder.steps[1].minimumOpen[0].amount")).isEqualTo("500.00");
        assertThat(seen.getString("ladder.steps[1].task")).isEqualTo("FOLLOW_UP");
    }

    @Test
    void aVersionNeverChanges() {
        var id = admin.creates(PLACE, policy("p", Map.of(), step(0, "OWNER")));

        var rewritten = rewrite(id, "\"0\"", policy("q", Map.of(), step(5, "OWNER")));

        assertThat(rewritten.statusCode()).isEqualTo(200);
        assertThat(rewritten.jsonPath().getInt("policyVersion")).isEqualTo(2);
        assertThat(rewritten.jsonPath().getString("name")).isEqualTo("q");
        var versions = admin.gets(PLACE + "/" + id + "/versions?limit=1").jsonPath();
        assertThat(versions.getList("items.policyVersion")).isEqualTo(List.of(2));
        var earlier = admin.gets(PLACE + "/" + id + "/versions?cursor=" + versions.getString("nextCursor"))
                .jsonPath();
        assertThat(earlier.getList("items.policyVersion")).isEqualTo(List.of(1));
        assertThat(earlier.getList("items[0].ladder.steps.offsetDays")).isEqualTo(List.of(0));
        assertThat(rewrite(id, "\"0\"", policy("r", Map.of(), step(6, "OWNER"))).statusCode())
                .isEqualTo(412);
        assertThat(admin.gets(PLACE + "/" + UUID.randomUUID() + "/versions").statusCode())
                .isEqualTo(404);
    }

    /** Steps read: offset, {@code r} and after how many working days it repeats. */
    @ParameterizedTest
    @CsvSource({
        "0 0,    1,  /ladder/steps/1/offsetDays,             step-same-day",
        "3 1,    1,  /ladder/steps/1/offsetDays,             step-out-of-order",
        "0 3 7,  7,  /ladder/steps/1/offsetDays,             step-never-fires",
        "0r9 7,  1,  /ladder/steps/0/repeatEveryWorkingDays, step-never-repeats",
        "0r1 7,  3,  /ladder/steps/0/repeatEveryWorkingDays, step-repeats-too-soon",
    })
    void refusesALadderThatCannotDoWhatItSays(String steps, int interval, String pointer, String code) {
        var ladder = new ArrayList<Map<String, Object>>();
        for (var text : steps.split(" ")) {
            var parts = text.split("r");
            var step = new HashMap<>(step(Integer.parseInt(parts[0]), "OWNER"));
            if (parts.length > 1) {
                step.put("repeatEveryWorkingDays", Integer.parseInt(parts[1]));
            }
            ladder.add(step);
        }
        var body = Map.of("name", "p", "ladder", Map.of("steps", ladder, "minimumIntervalDays", interval));

        for (var language : List.of("en", "zh-CN")) {
            var refused = admin.asks()
                    .header("Accept-Language", language)
                    .body(body)
                    .post(PLACE)
                    .then()
                    .statusCode(400)
                    .extract()
                    .jsonPath();
            assertThat(refused.getString("errors[0].pointer")).isEqualTo(pointer);
            assertThat(refused.getString("errors[0].code")).isEqualTo(code);
            assertThat(refused.getString("errors[0].message")).isNotBlank().doesNotContain("{0}");
        }
        assertThat(admin.gets(PLACE).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void aLadderSpeaksToTheCustomerInAllOfItsStepsOrInNone() {
        var id = admin.creates(PLACE, policy("letters", Map.of(), step(3, "CUSTOMER"), step(10, "CUSTOMER")));
        assertThat(admin.gets(PLACE + "/" + id).jsonPath().getList("ladder.steps[0].channels"))
                .isEmpty();

        var withTask = new HashMap<>(step(3, "CUSTOMER"));
        withTask.put("task", "FOLLOW_UP");
        assertRefused(policy("p", Map.of(), step(3, "CUSTOMER"), step(9, "OWNER")), "/ladder/steps/1/audience");
        assertRefused(policy("p", Map.of(), step(3, "CUSTOMER", "OWNER")), "/ladder/steps/0/audience");
        assertRefused(policy("p", Map.of(), withTask), "/ladder/steps/0");
        var turned = rewrite(id, "\"0\"", policy("letters", Map.of(), step(3, "OWNER")));
        assertThat(turned.statusCode()).isEqualTo(400);
        assertThat(turned.jsonPath().getString("errors[0].code")).isEqualTo("ladder-changes-sides");
    }

    @Test
    void refusesWhatIsNoPolicy() {
        assertRefused(Map.of("name", "p", "ladder", Map.of("steps", List.of())), "/ladder/steps");
        assertRefused(policy("p", Map.of(), step(4000, "OWNER")), "/ladder/steps/0/offsetDays");
        assertRefused(policy("p", Map.of(), step(0)), "/ladder/steps/0/audience");
        assertRefused(
                policy("p", Map.of("minimumOpen", List.of(Given.json(Given.cny("-1.00")))), step(0, "OWNER")),
                "/ladder/minimumOpen/0/amount");
        var twice = List.of(Given.json(Given.cny("1.00")), Given.json(Given.cny("2.00")));
        assertRefused(policy("p", Map.of("minimumOpen", twice), step(0, "OWNER")), "/ladder/minimumOpen/1/currency");
        admin.creates(PLACE, policy("p", Map.of(), step(0, "OWNER")));
        assertThat(admin.posts(PLACE, policy("p", Map.of(), step(0, "OWNER"))).statusCode())
                .isEqualTo(409);
    }

    private void assertRefused(Map<String, ?> body, String pointer) {
        var refused = admin.posts(PLACE, body).then().statusCode(400).extract().jsonPath();
        assertThat(refused.<String>getList("errors.pointer")).contains(pointer);
    }

    private Response rewrite(UUID id, String etag, Map<String, ?> body) {
        return admin.asks().header("If-Match", etag).body(body).put(PLACE + "/" + id);
    }

    private static Map<String, Object> step(int offsetDays, String... audience) {
        return Map.of("offsetDays", offsetDays, "audience", List.of(audience));
    }

    @SafeVarargs
    private static Map<String, Object> policy(String name, Map<String, ?> limits, Map<String, Object>... steps) {
        var ladder = new HashMap<String, Object>(limits);
        ladder.put("steps", List.of(steps));
        return Map.of("name", name, "ladder", ladder);
    }
}
