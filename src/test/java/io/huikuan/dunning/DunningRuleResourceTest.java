package io.huikuan.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Dunning;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DunningRuleResourceTest {
    private static final String PLACE = "/dunning-rules";

    @Test
    void saysWhatIsUsualWhereNothingIsSaid() {
        var dunning = Dunning.switchedOff();
        var id = dunning.rule(Map.of());

        var rule = dunning.team().manager().gets(PLACE + "/" + id).jsonPath();

        assertThat(rule.getString("approval")).isEqualTo("OWNER");
        assertThat(rule.getInt("approvalDays")).isEqualTo(3);
        assertThat(rule.<String>getList("channels")).containsExactly("EMAIL", "SMS");
        assertThat(rule.getInt("dailyCap")).isEqualTo(1);
        assertThat(rule.getString("policyName")).startsWith("P-");
        assertThat(dunning.wang().gets(PLACE).statusCode()).isEqualTo(403);
    }

    @Test
    void oneRuleOfEachClassThatCanBeRewrittenAndTakenBack() {
        var dunning = Dunning.switchedOff();
        var admin = dunning.admin();
        dunning.rule(Map.of());
        var ofA = dunning.rule(Map.of("customerClass", "A", "channels", List.of("SMS"), "dailyCap", 2));

        assertThat(admin.posts(PLACE, Map.of("customerClass", "A")).statusCode())
                .isEqualTo(409);
        assertThat(admin.posts(PLACE, Map.of()).statusCode()).isEqualTo(409);
        var off = admin.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of("customerClass", "A"))
                .put(PLACE + "/" + ofA);
        assertThat(off.statusCode()).isEqualTo(200);
        assertThat(off.jsonPath().getString("policyId")).isNull();
        assertThat(off.jsonPath().<String>getList("channels")).containsExactly("EMAIL", "SMS");
        assertThat(admin.asks()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("customerClass", "A"))
                        .put(PLACE + "/" + ofA)
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin.asks()
                        .header("If-Match", "*")
                        .body(Map.of("customerClass", "B"))
                        .put(PLACE + "/" + ofA)
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("/customerClass");
        assertThat(admin.asks().delete(PLACE + "/" + ofA).statusCode()).isEqualTo(204);
        assertThat(admin.gets(PLACE).jsonPath().getList("items")).hasSize(1);
        assertThat(admin.gets(PLACE + "/" + ofA).statusCode()).isEqualTo(404);
    }

    @Test
    void takesALadderThatSpeaksToCustomersAlone() {
        var dunning = Dunning.switchedOff();
        var step = Map.of("offsetDays", 3, "audience", List.of("OWNER"));
        var ofColleagues = dunning.admin()
                .creates("/reminder-policies", Map.of("name", "ours", "ladder", Map.of("steps", List.of(step))));

        assertThat(code(dunning, Map.of("policyId", ofColleagues))).isEqualTo("policy-for-colleagues");
        assertThat(code(dunning, Map.of("policyId", UUID.randomUUID()))).isEqualTo("policy-unknown");
        assertThat(code(dunning, Map.of("minimum", Given.json(Given.cny("-1.00")))))
                .isEqualTo("must-not-be-negative");
        assertThat(dunning.admin().posts(PLACE, Map.of("dailyCap", 0)).statusCode())
                .isEqualTo(400);
        assertThat(dunning.admin().posts(PLACE, Map.of("channels", List.of())).statusCode())
                .isEqualTo(400);
    }

    private static String code(Dunning dunning, Map<String, ?> rule) {
        return dunning.admin()
                .posts(PLACE, rule)
                .then()
                .statusCode(400)
                .extract()
                .path("errors[0].code");
    }
}
