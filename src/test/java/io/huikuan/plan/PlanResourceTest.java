package io.huikuan.plan;

import static io.huikuan.plan.Contracts.after;
import static io.huikuan.plan.Contracts.line;
import static io.huikuan.plan.Contracts.lines;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanResourceTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate signed = today.minusDays(60);

    private Organisation organisation;
    private Person finance;
    private Person wang;
    private Contracts contracts;
    private UUID contract;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        contracts = new Contracts(finance, Given.aCustomerOf(wang));
        contract = contracts.signedOn(signed, "HT-1", "1000.00");
    }

    @Test
    void billsWhatHasADateAndLetsTheRestWait() {
        var plan = contracts.planned(
                contract,
                lines(List.of(
                        after("SIGNING", "预付款", "300.00", days(10)),
                        after("ACCEPTANCE", "验收款", "600.00", days(30)),
                        after("ACCEPTANCE", "质保金", "100.00", days(365)))));

        assertThat(plan.contractAmount()).isEqualTo(cny("1000.00"));
        assertThat(plan.billedOutside()).isEqualTo(cny("0.00"));
        assertThat(plan.inForce().number()).isEqualTo(1);
        assertThat(plan.inForce().state()).isEqualTo(PlanView.State.IN_FORCE);
        assertThat(plan.inForce().total()).isEqualTo(cny("1000.00"));
        assertThat(plan.proposed()).isNull();
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::label, PlanView.Line::dueOn, PlanView.Line::receivableNumber)
                .containsExactly(
                        tuple("预付款", signed.plusDays(10), "HT-1/1"),
                        tuple("验收款", null, null),
                        tuple("质保金", null, null));
        assertThat(plan.inForce().lines()).extracting(PlanView.Line::holdback).containsExactly(false, false, true);
        var advance = contracts.receivable(receivableOf(plan, 0));
        assertThat(advance.contractId()).isEqualTo(contract);
        assertThat(advance.amount()).isEqualTo(cny("300.00"));
        assertThat(advance.issuedOn()).isEqualTo(signed);
        assertThat(advance.dueOn()).isEqualTo(signed.plusDays(10));
        assertThat(receivables()).hasSize(1);
    }

    @Test
    void billsWhatWaitsWhenItsMilestoneIsReached() {
        contracts.planned(
                contract,
                lines(List.of(
                        after("DELIVERY", "到货款", "300.00", days(0)),
                        after("ACCEPTANCE", "验收款", "600.00", Map.of("kind", "END_OF_MONTH", "days", 30)),
                        after("ACCEPTANCE", "质保金", "100.00", days(365)))));
        var accepted = today.minusDays(3);

        contracts.reaches(contract, "ACCEPTANCE", accepted).then().statusCode(201);

        var plan = contracts.read(contract);
        var monthEnd = accepted.withDayOfMonth(accepted.lengthOfMonth());
        assertThat(plan.milestones()).containsExactly(new PlanView.Reached(Milestone.ACCEPTANCE, accepted));
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::dueOn)
                .containsExactly(null, monthEnd.plusDays(30), accepted.plusDays(365));
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::open)
                .containsExactly(cny("300.00"), cny("600.00"), cny("100.00"));
        assertThat(contracts.receivable(receivableOf(plan, 2)).issuedOn()).isEqualTo(accepted);
        assertThat(receivables()).extracting(ReceivableView::number).containsExactlyInAnyOrder("HT-1/1", "HT-1/2");
    }

    @Test
    void takesAMilestoneOnce() {
        contracts.planned(contract, lines(List.of(after("DELIVERY", "All", "1000.00", days(5)))));
        var delivered = today.minusDays(2);

        contracts.reaches(contract, "DELIVERY", delivered).then().statusCode(201);
        var again = contracts.reaches(contract, "DELIVERY", delivered);
        var otherDay = contracts.reaches(contract, "DELIVERY", today);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<List<?>>path("milestones")).hasSize(1);
        assertProblem(otherDay, 409, "milestone-reached-before");
        assertThat(receivables()).extracting(ReceivableView::dueOn).containsExactly(delivered.plusDays(5));
    }

    @Test
    void refusesAMilestoneThatCannotBe() {
        contracts.planned(contract, lines(List.of(after("DELIVERY", "All", "1000.00", days(5)))));

        assertProblem(contracts.reaches(contract, "DELIVERY", today.plusDays(1)), 400, "milestone-in-the-future");
        assertProblem(contracts.reaches(contract, "DELIVERY", signed.minusDays(1)), 400, "milestone-before-signing");
        assertFault(contracts.reaches(contract, "SIGNING", today), "/kind", "milestone-known");
        assertFault(contracts.reaches(contract, "WEDDING", today), "/kind", "malformed");
        var unplanned = contracts.signedOn(signed, "HT-2", "1.00");
        assertThat(contracts.reaches(unplanned, "DELIVERY", today).statusCode()).isEqualTo(404);
        assertThat(receivables()).isEmpty();
        assertThat(contracts.reaches(contract, "DELIVERY", signed).statusCode()).isEqualTo(201);
    }

    @Test
    void dividesAContractByItsTerms() {
        var terms = finance.creates(
                "/payment-terms",
                Map.of(
                        "name",
                        "三三四",
                        "portions",
                        List.of(
                                portion("预付款", "33.3333", "SIGNING"),
                                portion("到货款", "33.3333", "DELIVERY"),
                                portion("尾款", "33.3334", "ACCEPTANCE"))));
        var odd = contracts.signedOn(signed, "HT-2", "100.00");

        var plan = contracts.planned(odd, Map.of("termsId", terms, "reason", "appendix 2"));

        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::amount)
                .containsExactly(cny("33.33"), cny("33.33"), cny("33.34"));
        assertThat(plan.inForce().reason()).isEqualTo("appendix 2");
        var tiny = contracts.signedOn(signed, "HT-3", "0.02");
        assertProblem(contracts.plans(tiny, Map.of("termsId", terms)), 422, "portion-without-amount");
        assertFault(contracts.plans(tiny, Map.of("termsId", UUID.randomUUID())), "/termsId", "terms-unknown");
        assertFault(contracts.plans(tiny, Map.of()), "/termsId", "terms-or-lines");
        assertFault(contracts.plans(tiny, Map.of("termsId", terms, "lines", List.of())), "/termsId", "terms-or-lines");
    }

    /** CordysCRM #1021: plans may exceed the contract amount. */
    @Test
    void plansNoMoreThanTheContract() {
        var tooMuch = lines(List.of(line("1", "600.00", today.plusDays(10)), line("2", "400.01", today.plusDays(20))));

        var refused = contracts.plans(contract, tooMuch);

        assertProblem(refused, 422, "plan-exceeds-contract");
        assertThat(refused.<String>path("detail")).contains("CNY 1000.01").contains("CNY 1000.00");
        assertThat(finance.gets("/contracts/" + contract + "/plan").statusCode())
                .isEqualTo(404);
        assertThat(receivables()).isEmpty();
    }

    /** Invoice Ninja #11385: the schedule was built on the total, ignoring a deposit that was paid already. */
    @Test
    void plansOnlyWhatADepositHasLeft() {
        var deposit = contracts.bill(contract, "D-1", "300.00", signed);
        contracts.pay(deposit, "300.00", signed);
        var terms = finance.creates(
                "/payment-terms",
                Map.of("name", "half", "portions", List.of(portion("1", "50", "ISSUE"), portion("2", "50", "ISSUE"))));

        assertProblem(
                contracts.plans(contract, lines(List.of(line("All", "700.01", today)))), 422, "plan-exceeds-contract");
        var plan = contracts.planned(contract, Map.of("termsId", terms));

        assertThat(plan.billedOutside()).isEqualTo(cny("300.00"));
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::amount)
                .containsExactly(cny("350.00"), cny("350.00"));
        var nothingLeft = contracts.signedOn(signed, "HT-2", "300.00");
        contracts.bill(nothingLeft, "D-2", "300.00", signed);
        assertProblem(contracts.plans(nothingLeft, Map.of("termsId", terms)), 422, "plan-exceeds-contract");
    }

    @Test
    void letsOnlyOneOfManyPlansThrough() {
        Callable<Integer> planning = () -> contracts
                .plans(contract, lines(List.of(line("All", "1000.00", today.plusDays(10)))))
                .statusCode();

        List<Integer> statuses;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = all.invokeAll(Collections.nCopies(8, planning)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }

        assertThat(statuses).hasSize(8).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(receivables()).hasSize(1);
    }

    @Test
    void makesAPlanOnceHoweverOftenTheRequestComes() {
        var body = lines(List.of(line("All", "1000.00", today.plusDays(10))));

        var first = finance.postsOnce("k", "/contracts/" + contract + "/plan", body);
        var again = finance.postsOnce("k", "/contracts/" + contract + "/plan", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/contracts/" + contract + "/plan");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertProblem(contracts.plans(contract, body), 409, "plan-exists");
        assertThat(receivables()).hasSize(1);
    }

    @Test
    void refusesLinesThatMakeNoSense() {
        assertProblem(contracts.plans(contract, lines(List.of())), 400, "plan-without-lines");
        var dollars = Map.<String, Object>of(
                "label", "x", "amount", json(Money.of("1.00", "USD")), "dueOn", today.toString());
        assertProblem(contracts.plans(contract, lines(List.of(dollars))), 422, "plan-in-other-currency");
        assertProblem(
                contracts.plans(contract, lines(List.of(line("x", "1.00", today.minusDays(1))))),
                400,
                "line-due-before-issue");
        assertFault(
                contracts.plans(contract, lines(List.of(line("x", "0.00", today)))),
                "/lines/0/amount/amount",
                "must-be-positive");
        assertFault(
                contracts.plans(contract, lines(List.of(line("x", "-1.00", today)))),
                "/lines/0/amount/amount",
                "must-be-positive");
        for (var tooFine : List.of("1.001", "1.00001")) {
            var line = Map.<String, Object>of(
                    "label", "x", "amount", Map.of("amount", tooFine, "currency", "CNY"), "dueOn", today.toString());
            assertFault(
                    contracts.plans(contract, lines(List.of(line))),
                    "/lines/0/amount/amount",
                    "amount-unrepresentable");
        }
        var dateless = Map.<String, Object>of("label", "x", "amount", json(cny("1.00")));
        assertFault(contracts.plans(contract, lines(List.of(dateless))), "/lines/0/dueOn", "due-on-or-trigger");
        var both = after("DELIVERY", "x", "1.00", days(1));
        both.put("dueOn", today.toString());
        assertFault(contracts.plans(contract, lines(List.of(both))), "/lines/0/dueOn", "due-on-or-trigger");
        assertFault(
                contracts.plans(contract, lines(List.of(after("WEDDING", "x", "1.00", days(1))))),
                "/lines/0/trigger",
                "malformed");
        assertFault(
                contracts.plans(contract, lines(List.of(after("DELIVERY", "x", "1.00", Map.of("kind", "FIXED_DAY"))))),
                "/lines/0/due/day",
                "required");
        assertFault(contracts.plans(contract, issued(today.plusDays(1))), "/issuedOn", "must-not-be-in-the-future");
        assertFault(contracts.plans(contract, issued(signed.minusDays(1))), "/issuedOn", "must-not-be-before");
        assertThat(receivables()).isEmpty();
    }

    @Test
    void owesFromTheDayThatThePlanWasIssued() {
        contracts.planned(contract, issued(signed.plusDays(5)));

        assertThat(receivables()).extracting(ReceivableView::issuedOn).containsExactly(signed.plusDays(5));
        assertThat(receivables()).extracting(ReceivableView::overdue).containsExactly(true);
    }

    @Test
    void showsAPlanToWhoMaySeeTheContract() {
        contracts.planned(contract, lines(List.of(line("All", "1000.00", today.plusDays(10)))));
        var place = "/contracts/" + contract + "/plan";

        assertThat(wang.gets(place).statusCode()).isEqualTo(200);
        assertThat(wang.gets(place + "/versions").jsonPath().getList("items.number"))
                .containsExactly(1);
        assertThat(organisation.salesperson("chen").gets(place).statusCode()).isEqualTo(404);
        assertThat(wang.posts(place, lines(List.of())).statusCode()).isEqualTo(403);
    }

    @Test
    void tellsByItsETagWhetherAnythingWasPaid() {
        var plan = contracts.planned(contract, lines(List.of(line("All", "1000.00", today.plusDays(10)))));
        var place = "/contracts/" + contract + "/plan";
        var etag = wang.gets(place).header("ETag");
        assertThat(wang.asks().header("If-None-Match", etag).get(place).statusCode())
                .isEqualTo(304);

        contracts.pay(receivableOf(plan, 0), "400.00", today);

        var paid = wang.asks().header("If-None-Match", etag).get(place);
        assertThat(paid.statusCode()).isEqualTo(200);
        assertThat(paid.<String>path("inForce.lines[0].open.amount")).isEqualTo("600.00");
    }

    private Map<String, Object> issued(LocalDate day) {
        return Map.of("issuedOn", day.toString(), "lines", List.of(after("ISSUE", "All", "1000.00", days(7))));
    }

    private static Map<String, Object> days(int days) {
        return Map.of("kind", "DAYS", "days", days);
    }

    private static Map<String, Object> portion(String label, String percent, String trigger) {
        return Map.of("label", label, "percent", percent, "trigger", trigger, "due", days(30));
    }

    private static UUID receivableOf(PlanView plan, int line) {
        return Objects.requireNonNull(plan.inForce().lines().get(line).receivableId());
    }

    private List<ReceivableView> receivables() {
        return Answers.items(ReceivableView.class, finance.gets("/receivables?limit=200"));
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static void assertFault(Response answer, String pointer, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo(code);
    }
}
