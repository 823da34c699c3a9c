package io.huikuan.plan;

import static io.huikuan.plan.Contracts.after;
import static io.huikuan.plan.Contracts.line;
import static io.huikuan.plan.Contracts.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.plan.PlanView.State;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No plan changes what was reported. */
@QuarkusTest
class PlanInClosedPeriodTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person finance;
    private Contracts contracts;
    private UUID contract;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        contracts = new Contracts(finance, Given.aCustomerOf(organisation.salesperson("wang")));
        contract = contracts.signedOn(today.minusDays(60), "HT-1", "1000.00");
    }

    @Test
    void isNotMadeFromAClosedDay() {
        close(today.minusDays(10));

        var refused = contracts.plans(
                contract,
                Map.of(
                        "issuedOn",
                        today.minusDays(10).toString(),
                        "lines",
                        List.of(line("1", "1000.00", today.plusDays(10)))));

        assertClosed(refused, "/issuedOn");
        assertThat(finance.gets(place()).statusCode()).isEqualTo(404);
        assertThat(finance.gets("/receivables").<List<?>>path("items")).isEmpty();
    }

    @Test
    void isNotChangedOnAClosedDay() {
        var plan = contracts.planned(contract, lines(List.of(line("1", "1000.00", today.plusDays(10)))));
        close(today);

        assertClosed(later(plan), "/lines");

        assertThat(contracts.read(contract)).isEqualTo(plan);
        assertThat(versions()).extracting(PlanView.Version::state).containsExactly(State.IN_FORCE);
    }

    @Test
    void isNotApprovedOnAClosedDayButMayBeRefused() {
        organisation
                .admin()
                .asks()
                .body(Map.of("days", 0))
                .put("/replan-limit")
                .then()
                .statusCode(200);
        var plan = contracts.planned(contract, lines(List.of(line("1", "1000.00", today.plusDays(10)))));
        later(plan).then().statusCode(201);
        close(today);
        var qian = organisation.person("qian", "FINANCE");

        assertClosed(qian.posts(place() + "/versions/2/approval", Map.of("note", "seen")), "/lines");

        assertThat(versions()).extracting(PlanView.Version::state).containsExactly(State.IN_FORCE, State.PROPOSED);
        assertThat(contracts.receivable(receivableOf(plan)).dueOn()).isEqualTo(today.plusDays(10));
        qian.posts(place() + "/versions/2/refusal", Map.of("note", "too late"))
                .then()
                .statusCode(201);
    }

    /** What became due in a closed period is owed from the first open day: what was reported stays. */
    @Test
    void billsFromTheFirstOpenDayWhatAMilestoneMadeDueBefore() {
        contracts.planned(contract, lines(List.of(after("DELIVERY", "1", "1000.00", Map.of("kind", "DAYS")))));
        close(today.minusDays(5));
        var before =
                finance.gets("/performance/ageing?asOf=" + today.minusDays(5)).asString();

        contracts.reaches(contract, "DELIVERY", today.minusDays(20)).then().statusCode(201);

        var billed = contracts.receivable(receivableOf(contracts.read(contract)));
        assertThat(billed.issuedOn()).isEqualTo(today.minusDays(4));
        assertThat(billed.dueOn()).isEqualTo(today.minusDays(4));
        assertThat(finance.gets("/performance/ageing?asOf=" + today.minusDays(5))
                        .asString())
                .isEqualTo(before);
    }

    private Response later(PlanView plan) {
        var line = Map.of(
                "lineId",
                plan.inForce().lines().getFirst().id(),
                "dueOn",
                today.plusDays(40).toString());
        return finance.asks()
                .header("If-Match", finance.gets(place()).header("ETag"))
                .body(Map.of("reason", "later", "lines", List.of(line)))
                .post(place() + "/versions");
    }

    private List<PlanView.Version> versions() {
        return Answers.items(PlanView.Version.class, finance.gets(place() + "/versions"));
    }

    private static UUID receivableOf(PlanView plan) {
        return Objects.requireNonNull(plan.inForce().lines().getFirst().receivableId());
    }

    private String place() {
        return "/contracts/" + contract + "/plan";
    }

    private void close(LocalDate through) {
        finance.posts("/period-closings", Map.of("closedThrough", through.toString(), "reason", "reported"))
                .then()
                .statusCode(201);
    }

    private static void assertClosed(Response answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.<String>path("code")).isEqualTo("period-closed");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }
}
