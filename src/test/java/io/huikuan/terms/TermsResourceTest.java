package io.huikuan.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.DueKind;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.WorkingDayRule;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TermsResourceTest {
    private static final Map<String, Object> ADVANCE =
            Map.of("label", "预付款", "percent", "30", "trigger", "SIGNING", "due", Map.of("kind", "DAYS", "days", 10));
    private static final Map<String, Object> HOLDBACK = Map.of(
            "label",
            "质保金",
            "percent",
            "70.0000",
            "trigger",
            "ACCEPTANCE",
            "due",
            Map.of("kind", "DAYS", "days", 365, "workingDays", "MODIFIED_FOLLOWING"),
            "holdback",
            true,
            "instalments",
            2);

    private Organisation organisation;
    private Person finance;
    private Person wang;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        wang = organisation.salesperson("wang");
    }

    @Test
    void keepsATemplateForAll() {
        var id = finance.creates("/payment-terms", terms("30/70", ADVANCE, HOLDBACK));

        var seen = Answers.as(TermsView.class, wang.gets("/payment-terms/" + id));

        assertThat(seen)
                .isEqualTo(new TermsView(
                        id,
                        "30/70",
                        List.of(
                                new PortionView(
                                        "预付款",
                                        "30",
                                        Milestone.SIGNING,
                                        new DueRuleView(DueKind.DAYS, 0, 10, null, WorkingDayRule.AS_IS),
                                        false,
                                        1,
                                        null),
                                new PortionView(
                                        "质保金",
                                        "70",
                                        Milestone.ACCEPTANCE,
                                        new DueRuleView(DueKind.DAYS, 0, 365, null, WorkingDayRule.MODIFIED_FOLLOWING),
                                        true,
                                        2,
                                        1)),
                        0));
        assertThat(Answers.items(TermsView.class, wang.gets("/payment-terms"))).containsExactly(seen);
    }

    @Test
    void listsTemplatesByNamePageByPage() {
        for (var name : List.of("c", "a", "b")) {
            finance.creates("/payment-terms", terms(name, portion(Map.of())));
        }

        var first = wang.gets("/payment-terms?limit=2");
        var second = wang.gets("/payment-terms?limit=2&cursor=" + first.path("nextCursor"));

        assertThat(first.jsonPath().getList("items.name")).containsExactly("a", "b");
        assertThat(second.jsonPath().getList("items.name")).containsExactly("c");
        assertThat(second.<String>path("nextCursor")).isNull();
    }

    @Test
    void writesATemplateAnewOnlyOverTheVersionThatWasRead() {
        var place = "/payment-terms/" + finance.creates("/payment-terms", terms("a", ADVANCE, HOLDBACK));
        var anew = terms("b", portion(Map.of("due", Map.of("kind", "FIXED_DAY", "day", 31, "months", 1))));

        assertThat(puts(place, null, anew).statusCode()).isEqualTo(428);
        assertThat(puts(place, "\"7\"", anew).statusCode()).isEqualTo(412);
        var changed = Answers.as(TermsView.class, puts(place, "\"0\"", anew));

        assertThat(changed.name()).isEqualTo("b");
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.portions())
                .extracting(PortionView::due)
                .containsExactly(new DueRuleView(DueKind.FIXED_DAY, 1, null, 31, WorkingDayRule.AS_IS));
        assertThat(Answers.as(TermsView.class, wang.gets(place))).isEqualTo(changed);
    }

    @Test
    void givesANameToOneTemplateOnly() {
        var first = finance.creates("/payment-terms", terms("a", ADVANCE, HOLDBACK));
        var second = finance.creates("/payment-terms", terms("b", ADVANCE, HOLDBACK));

        var again = finance.posts("/payment-terms", terms("a", ADVANCE, HOLDBACK));
        var renamed = puts("/payment-terms/" + second, "\"0\"", terms("a", ADVANCE, HOLDBACK));
        var sameId = new HashMap<>(terms("c", ADVANCE, HOLDBACK));
        sameId.put("id", first);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("errors[0].pointer")).isEqualTo("/name");
        assertThat(renamed.statusCode()).isEqualTo(409);
        assertThat(finance.posts("/payment-terms", sameId).<String>path("errors[0].pointer"))
                .isEqualTo("/id");
        assertThat(Given.anOrganisation()
                        .finance()
                        .posts("/payment-terms", terms("a", ADVANCE, HOLDBACK))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void createsATemplateOnceHoweverOftenTheRequestComes() {
        var first = finance.postsOnce("k", "/payment-terms", terms("a", ADVANCE, HOLDBACK));
        var again = finance.postsOnce("k", "/payment-terms", terms("a", ADVANCE, HOLDBACK));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesPortionsThatAreNotTheWhole() {
        assertThat(refused(terms("a"))).isEqualTo("no-portions");
        assertThat(refused(terms("a", ADVANCE))).isEqualTo("portions-not-whole");
        assertThat(refused(terms("a", portion(Map.of("percent", "99.9999"))))).isEqualTo("portions-not-whole");
        var tooMuch = finance.posts("/payment-terms", terms("a", ADVANCE, HOLDBACK, ADVANCE));
        assertThat(tooMuch.<String>path("detail")).contains("130");
        assertThat(wang.gets("/payment-terms").jsonPath().getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "trigger, WEDDING, /portions/0/trigger, malformed",
        "percent, 0, /portions/0/percent, no-share-of-a-whole",
        "percent, 100.0001, /portions/0/percent, no-share-of-a-whole",
    })
    void refusesAPortionThatMakesNoSense(String field, String value, String pointer, String code) {
        var answer = finance.posts("/payment-terms", terms("a", portion(Map.of(field, value))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo(code);
    }

    @Test
    void refusesADueRuleWhoseNumbersDoNotGoTogether() {
        assertThat(fault(Map.of("kind", "FIXED_DAY", "months", 1))).isEqualTo("/portions/0/due/day required");
        assertThat(fault(Map.of("kind", "FIXED_DAY", "day", 15)))
                .isEqualTo("/portions/0/due/months fixed-day-of-no-month");
        assertThat(fault(Map.of("kind", "FIXED_DAY", "day", 15, "months", 1, "days", 3)))
                .isEqualTo("/portions/0/due/days not-with-this-rule");
        assertThat(fault(Map.of("kind", "DAYS", "day", 15))).isEqualTo("/portions/0/due/day not-with-this-rule");
        var reach = finance.posts("/payment-terms", terms("a", portion(Map.of("instalments", 100, "everyMonths", 2))));
        assertThat(reach.<String>path("errors[0].code")).isEqualTo("too-many-months");
    }

    @Test
    void keepsHowMuchOfAPlanOneMayChangeAlone() {
        var admin = organisation.admin();
        assertThat(finance.gets("/replan-limit").asString()).isEqualTo("{}");

        admin.asks()
                .body(Map.of("percent", "10.5", "days", 30))
                .put("/replan-limit")
                .then()
                .statusCode(200);

        assertThat(finance.gets("/replan-limit").<String>path("percent")).isEqualTo("10.5");
        assertThat(finance.gets("/replan-limit").<Integer>path("days")).isEqualTo(30);
        admin.asks().body(Map.of()).put("/replan-limit").then().statusCode(200);
        assertThat(finance.gets("/replan-limit").asString()).isEqualTo("{}");
        assertThat(admin.asks()
                        .body(Map.of("percent", "101"))
                        .put("/replan-limit")
                        .<String>path("errors[0].code"))
                .isEqualTo("no-share-of-a-whole");
    }

    private String refused(Map<String, Object> body) {
        var answer = finance.posts("/payment-terms", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.path("code");
    }

    private String fault(Map<String, Object> due) {
        var answer = finance.posts("/payment-terms", terms("a", portion(Map.of("due", due))));
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.path("errors[0].pointer") + " " + answer.path("errors[0].code");
    }

    private Response puts(String path, @Nullable String ifMatch, Map<String, Object> body) {
        var asking = finance.asks().body(body);
        return (ifMatch == null ? asking : asking.header("If-Match", ifMatch)).put(path);
    }

    @SafeVarargs
    private static Map<String, Object> terms(String name, Map<String, Object>... portions) {
        return Map.of("name", name, "portions", List.of(portions));
    }

    private static Map<String, Object> portion(Map<String, Object> more) {
        var portion = new HashMap<String, Object>(Map.of(
                "label", "All", "percent", "100", "trigger", "ISSUE", "due", Map.of("kind", "DAYS", "days", 30)));
        portion.putAll(more);
        return portion;
    }
}
