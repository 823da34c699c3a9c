package io.huikuan.plan;

import static io.huikuan.plan.Contracts.line;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of the original plan has come in, and how much of the present one. */
@QuarkusTest
class PlanNumbersTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate wasDue = today.minusDays(10);
    private final LocalDate isDue = today.plusDays(30);

    private Person finance;
    private Person wang;

    /** 1000 were due, 300 of it were paid, the rest was put off; 200 of that have come in. */
    @BeforeEach
    void putOff() {
        var organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        var contracts = new Contracts(finance, Given.aCustomerOf(wang));
        var signed = today.minusDays(60);
        var contract = contracts.signedOn(signed, "HT-1", "1000.00");
        var original = contracts.planned(
                contract, Map.of("issuedOn", signed.toString(), "lines", List.of(line("All", "1000.00", wasDue))));
        contracts.pay(receivableOf(original, 0), "300.00", wasDue);
        var id = original.inForce().lines().getFirst().id();
        var lines = List.of(
                Map.of("lineId", id, "amount", json(cny("300.00"))),
                Map.of("lineId", id, "amount", json(cny("700.00")), "dueOn", isDue.toString()));
        finance.asks()
                .header("If-Match", "*")
                .body(Map.of("reason", "short of cash", "lines", lines))
                .post("/contracts/" + contract + "/plan/versions")
                .then()
                .statusCode(201);
        contracts.pay(receivableOf(contracts.read(contract), 1), "200.00", today);
    }

    @Test
    void measuresThePresentPlanByTheDatesThatHoldNow() {
        assertRate(rate(wasDue, ""), "300.00", "300.00", "1.0000");
        assertRate(rate(isDue, "&plan=PRESENT"), "700.00", "200.00", "0.2857");
    }

    @Test
    void measuresTheOriginalPlanByWhatWasAgreedFirst() {
        assertRate(rate(wasDue, "&plan=ORIGINAL"), "1000.00", "500.00", "0.5000");
        assertThat(rate(isDue, "&plan=ORIGINAL").<List<?>>path("rows")).isEmpty();
        assertThat(rate(wasDue, "&plan=ORIGINAL").<String>path("plan")).isEqualTo("ORIGINAL");
        assertRate(rate(wasDue, "&plan=ORIGINAL&formula=CR_TIMELY"), "1000.00", "300.00", "0.3000");
    }

    @Test
    void listsTheReceivablesBehindTheOriginalPlan() {
        var page = wang.gets("/performance/collection-rate/receivables?plan=ORIGINAL&from=%s&to=%s&asOf=%s"
                .formatted(wasDue, wasDue, today));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("items.due.amount")).containsExactly("1000.00");
        assertThat(page.jsonPath().getList("items.collected.amount")).containsExactly("500.00");
        assertThat(page.jsonPath().getList("items.dueOn")).containsExactly(wasDue.toString());
    }

    private Response rate(LocalDate day, String more) {
        return wang.gets("/performance/collection-rate?from=%s&to=%s&asOf=%s%s".formatted(day, day, today, more));
    }

    private static void assertRate(Response rate, String due, String collected, String expected) {
        assertThat(rate.statusCode()).as(rate.asString()).isEqualTo(200);
        assertThat(rate.<String>path("rows[0].due.amount")).isEqualTo(due);
        assertThat(rate.<String>path("rows[0].collected.amount")).isEqualTo(collected);
        assertThat(rate.<String>path("rows[0].rate")).isEqualTo(expected);
    }

    private static UUID receivableOf(PlanView plan, int line) {
        return Objects.requireNonNull(plan.inForce().lines().get(line).receivableId());
    }
}
