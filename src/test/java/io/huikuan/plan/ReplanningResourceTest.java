package io.huikuan.plan;

import static io.huikuan.plan.Contracts.after;
import static io.huikuan.plan.Contracts.line;
import static io.huikuan.plan.Contracts.lines;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.plan.PlanView.State;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class ReplanningResourceTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate signed = today.minusDays(60);

    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person finance;
    private Person qian;
    private Contracts contracts;
    private UUID contract;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        finance = organisation.finance();
        qian = organisation.person("qian", "FINANCE");
        contracts = new Contracts(finance, Given.aCustomerOf(wang));
        contract = contracts.signedOn(signed, "HT-1", "1000.00");
    }

    @Test
    void splitsALineAndLeavesOnItsReceivableWhatStaysDueThen() {
        var original = twoLines();
        contracts.pay(receivableOf(original, 0), "200.00", today);

        var plan = replanned(
                "second half in spring",
                on(original, 0, Map.of("amount", json(cny("300.00")))),
                on(original, 0, Map.of("amount", json(cny("300.00")), "dueOn", day(40))),
                on(original, 1, Map.of()));

        assertThat(plan.inForce().number()).isEqualTo(2);
        assertThat(plan.inForce().reason()).isEqualTo("second half in spring");
        assertThat(plan.inForce().moved()).isEqualTo(cny("300.00"));
        assertThat(plan.inForce().daysLater()).isEqualTo(30);
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::amount, PlanView.Line::open, PlanView.Line::dueOn)
                .containsExactly(
                        tuple(cny("300.00"), cny("100.00"), today.plusDays(10)),
                        tuple(cny("300.00"), cny("300.00"), today.plusDays(40)),
                        tuple(cny("400.00"), cny("400.00"), today.plusDays(20)));
        assertThat(receivableOf(plan, 0)).isEqualTo(receivableOf(original, 0));
        assertThat(receivableOf(plan, 2)).isEqualTo(receivableOf(original, 1));
        assertThat(contracts.receivable(receivableOf(plan, 0)).open()).isEqualTo(cny("100.00"));
        assertThat(contracts.receivable(receivableOf(plan, 1)).issuedOn()).isEqualTo(today);
        assertThat(openInAll()).isEqualTo(cny("800.00"));
        assertThat(versions())
                .extracting(PlanView.Version::number, PlanView.Version::state)
                .containsExactly(tuple(1, State.SUPERSEDED), tuple(2, State.IN_FORCE));
        assertThat(versions().getFirst().lines())
                .extracting(PlanView.Line::amount, PlanView.Line::dueOn)
                .containsExactly(tuple(cny("600.00"), today.plusDays(10)), tuple(cny("400.00"), today.plusDays(20)));
    }

    @Test
    void reschedulesALineOfWhichOnlyTheDateChanges() {
        var original = twoLines();

        var plan = replanned("later", on(original, 0, Map.of("dueOn", day(45))), on(original, 1, Map.of()));

        assertThat(receivableOf(plan, 0)).isEqualTo(receivableOf(original, 0));
        assertThat(contracts.receivable(receivableOf(plan, 0)).dueOn()).isEqualTo(today.plusDays(45));
        assertThat(receivables()).hasSize(2);
        assertThat(versions().getFirst().lines().getFirst().dueOn()).isEqualTo(today.plusDays(10));
        assertThat(plan.inForce().moved()).isEqualTo(cny("600.00"));
    }

    @Test
    void countsWhatWasPaidTowardsTheLinesThatGoOn() {
        var original = twoLines();
        contracts.pay(receivableOf(original, 0), "250.00", today);

        var plan = replanned(
                "three instalments",
                on(original, 0, Map.of("amount", json(cny("200.00")), "dueOn", day(30))),
                on(original, 0, Map.of("amount", json(cny("200.00")), "dueOn", day(60))),
                on(original, 0, Map.of("amount", json(cny("200.00")), "dueOn", day(90))),
                on(original, 1, Map.of()));

        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::open)
                .containsExactly(cny("0.00"), cny("150.00"), cny("200.00"), cny("400.00"));
        assertThat(plan.inForce().lines().getFirst().receivableId()).isNull();
        assertThat(contracts.receivable(receivableOf(original, 0)).open()).isEqualTo(cny("0.00"));
        assertThat(openInAll()).isEqualTo(cny("750.00"));

        var again = replanned(
                "two after all",
                on(plan, 0, Map.of()),
                on(plan, 1, Map.of("amount", json(cny("400.00")), "dueOn", day(60))),
                on(plan, 3, Map.of()));
        assertThat(again.inForce().lines())
                .extracting(PlanView.Line::open)
                .containsExactly(cny("0.00"), cny("350.00"), cny("400.00"));
        assertThat(openInAll()).isEqualTo(cny("750.00"));
    }

    @Test
    void bringsBackToItsMilestoneWhatWasDue() {
        var original = twoLines();

        var plan = replanned(
                "first the delivery",
                on(original, 0, Map.of("trigger", "DELIVERY", "due", Map.of("kind", "DAYS", "days", 15))),
                on(original, 1, Map.of()));

        assertThat(plan.inForce().daysLater()).isNull();
        assertThat(plan.inForce().lines().getFirst().dueOn()).isNull();
        assertThat(openInAll()).isEqualTo(cny("400.00"));
        contracts.reaches(contract, "DELIVERY", today.minusDays(5)).then().statusCode(201);
        var delivered = contracts.read(contract);
        var billed = contracts.receivable(receivableOf(delivered, 0));
        assertThat(billed.dueOn()).isEqualTo(today.plusDays(10));
        assertThat(billed.issuedOn())
                .as("not before it was taken off the other")
                .isEqualTo(today);
        assertThat(openInAll()).isEqualTo(cny("1000.00"));
    }

    @Test
    void changesNothingThatWasReportedBefore() {
        var past = contracts.signedOn(signed, "HT-2", "500.00");
        var original = contracts.planned(
                past,
                Map.of("issuedOn", signed.toString(), "lines", List.of(line("All", "500.00", today.plusDays(5)))));
        var yesterday = "/performance/ageing?asOf=" + today.minusDays(1);
        var before = finance.gets(yesterday).asString();

        replan(
                        finance,
                        past,
                        "split",
                        on(original, 0, Map.of("amount", json(cny("200.00")), "dueOn", day(50))),
                        on(original, 0, Map.of("amount", json(cny("300.00")), "dueOn", day(80))))
                .then()
                .statusCode(201);

        assertThat(finance.gets(yesterday).asString()).isEqualTo(before);
        assertThat(finance.gets("/performance/ageing?asOf=" + today).<String>path("totals[0].open.amount"))
                .isEqualTo("500.00");
    }

    @Test
    void wantsTheVersionThatAChangeIsBasedOn() {
        var original = twoLines();
        var place = "/contracts/" + contract + "/plan/versions";
        var body = version("x", on(original, 0, Map.of()), on(original, 1, Map.of()));
        var etag = finance.gets("/contracts/" + contract + "/plan").header("ETag");

        assertThat(finance.posts(place, body).statusCode()).isEqualTo(428);
        contracts.pay(receivableOf(original, 0), "1.00", today);
        var stale = finance.asks().header("If-Match", etag).body(body).post(place);

        assertProblem(stale, 412, "stale-version");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void refusesAVersionThatWouldNotAddUp() {
        var original = twoLines();
        contracts.pay(receivableOf(original, 0), "600.00", today);
        var first = on(original, 0, Map.of());
        var second = on(original, 1, Map.of());

        assertProblem(
                replan("x", first, second, line("more", "0.01", today.plusDays(1))), 422, "plan-exceeds-contract");
        assertProblem(replan("x", first), 422, "plan-drops-billed");
        assertProblem(
                replan("x", on(original, 0, Map.of("amount", json(cny("599.99")))), second, line("y", "0.01", today)),
                422,
                "plan-drops-paid");
        assertProblem(replan("x", line("y", "600.00", today), second), 422, "plan-drops-paid");
        assertProblem(replan("x", on(original, 0, Map.of("dueOn", day(30))), second), 422, "paid-line-rescheduled");
        assertProblem(replan("x"), 400, "plan-without-lines");
        assertProblem(
                replan("x", first, on(original, 1, Map.of("amount", json(Money.of("400.00", "USD"))))),
                422,
                "plan-in-other-currency");
        assertProblem(replan("x", first, on(original, 1, Map.of("dueOn", day(-1)))), 400, "line-due-before-issue");
        assertFault(replan("x", first, Map.of("lineId", UUID.randomUUID())), "/lines/1/lineId", "plan-line-unknown");
        assertFault(replan("x", first, Map.of()), "/lines/1/label", "required");
        assertFault(replan(" ", first, second), "/reason", "required");
        assertThat(versions()).hasSize(1);
        assertThat(openInAll()).isEqualTo(cny("400.00"));
    }

    /** Somebody has paid since the proposal was read: who approves it looks again. */
    @Test
    void leavesAProposalAsItIsThatRestsOnAnOldRevision() {
        limit(Map.of("percent", "10"));
        var original = twoLines();
        replanned("split", on(original, 0, Map.of("dueOn", day(40))), on(original, 1, Map.of()));
        var place = "/contracts/" + contract + "/plan";
        var read = qian.gets(place).header("ETag");
        contracts.pay(receivableOf(original, 0), "50.00", today);

        for (var decision : List.of("/approval", "/refusal", "/approval?dryRun=true")) {
            var stale = qian.asks()
                    .header("If-Match", read)
                    .body(Map.of("note", "as told by phone"))
                    .post(place + "/versions/2" + decision);
            assertProblem(stale, 412, "stale-version");
        }

        assertThat(contracts.read(contract).proposed()).isNotNull();
        qian.asks()
                .header("If-Match", qian.gets(place).header("ETag"))
                .body(Map.of("note", "as told by phone"))
                .post(place + "/versions/2/approval")
                .then()
                .statusCode(201);
    }

    @Test
    void waitsForASecondPersonWhereMuchMoves() {
        limit(Map.of("percent", "10"));
        var original = twoLines();
        var west = organisation.team("West", null);

        var proposed = replanned("split", on(original, 0, Map.of("dueOn", day(40))), on(original, 1, Map.of()));

        assertThat(proposed.inForce().number()).isEqualTo(1);
        var version = Objects.requireNonNull(proposed.proposed());
        assertThat(version.state()).isEqualTo(State.PROPOSED);
        assertThat(version.moved()).isEqualTo(cny("600.00"));
        assertThat(contracts.receivable(receivableOf(original, 0)).dueOn()).isEqualTo(today.plusDays(10));
        assertProblem(replan("x", on(original, 0, Map.of()), on(original, 1, Map.of())), 409, "proposal-waiting");
        assertProblem(decides(finance, 2, "approval"), 403, "plan-approver-is-proposer");
        assertThat(decides(wang, 2, "approval").statusCode()).isEqualTo(403);
        assertThat(decides(west.manager(), 2, "approval").statusCode()).isEqualTo(404);
        assertThat(decides(qian, 3, "approval").statusCode()).isEqualTo(404);
        assertProblem(decides(qian, 1, "approval"), 409, "version-not-proposed");

        assertThat(decides(east.manager(), 2, "approval").statusCode()).isEqualTo(201);

        var plan = contracts.read(contract);
        assertThat(plan.proposed()).isNull();
        assertThat(plan.inForce().number()).isEqualTo(2);
        assertThat(plan.inForce().proposedBy()).isEqualTo(finance.id());
        assertThat(plan.inForce().decidedBy()).isEqualTo(east.manager().id());
        assertThat(plan.inForce().note()).isEqualTo("as told by phone");
        assertThat(contracts.receivable(receivableOf(original, 0)).dueOn()).isEqualTo(today.plusDays(40));
        assertProblem(decides(qian, 2, "refusal"), 409, "version-not-proposed");
    }

    @Test
    void waitsForASecondPersonHoweverItIsWrittenThatMoneyComesLater() {
        limit(Map.of("days", 30));
        var original = twoLines();

        var proposed = replanned("x", on(original, 1, Map.of()), line("1, later", "600.00", today.plusDays(410)));

        assertThat(proposed.inForce().number()).isEqualTo(1);
        assertThat(Objects.requireNonNull(proposed.proposed()).daysLater()).isEqualTo(400);
        assertThat(openInAll()).isEqualTo(cny("1000.00"));
        decides(finance, 2, "refusal").then().statusCode(201);
        var shifted = replanned(
                "x",
                on(original, 0, Map.of("amount", json(cny("1.00")))),
                on(original, 1, Map.of("amount", json(cny("999.00")), "dueOn", day(50))));
        assertThat(Objects.requireNonNull(shifted.proposed()).daysLater()).isEqualTo(40);
    }

    @Test
    void isNotGoneRoundByChangingTheDateOfAReceivable() {
        limit(Map.of("days", 30));
        var original = twoLines();
        var receivable = receivableOf(original, 0);

        var refused = finance.patches("/receivables/" + receivable, Map.of("dueOn", day(400)));

        assertProblem(refused, 409, "due-date-planned");
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/dueOn");
        assertThat(refused.<String>path("detail")).contains("HT-1");
        assertThat(contracts.receivable(receivable).dueOn()).isEqualTo(today.plusDays(10));
        finance.patches("/receivables/" + receivable, Map.of("note", "seen", "dueOn", day(10)))
                .then()
                .statusCode(200);
        var beside = contracts.bill(contracts.signedOn(signed, "HT-2", "10.00"), "B-1", "10.00", today);
        finance.patches("/receivables/" + beside, Map.of("dueOn", day(400)))
                .then()
                .statusCode(200);
    }

    @Test
    void freesTheDateOfAReceivableThatThePlanHasGivenUp() {
        var original = twoLines();
        replanned(
                "later",
                on(original, 0, Map.of("amount", json(cny("500.00")), "dueOn", day(15))),
                on(original, 0, Map.of("amount", json(cny("100.00")), "dueOn", day(16))),
                on(original, 1, Map.of()));

        var past = receivableOf(original, 0);

        finance.patches("/receivables/" + past, Map.of("dueOn", day(40))).then().statusCode(200);
    }

    @Test
    void approvesAVersionAsThingsStandByThen() {
        limit(Map.of("days", 20));
        var original = twoLines();
        replanned(
                "split",
                on(original, 0, Map.of("amount", json(cny("300.00")), "dueOn", day(40))),
                on(original, 0, Map.of("amount", json(cny("300.00")), "dueOn", day(70))),
                on(original, 1, Map.of()));
        contracts.pay(receivableOf(original, 0), "450.00", today);

        decides(qian, 2, "approval").then().statusCode(201);

        var plan = contracts.read(contract);
        assertThat(plan.inForce().lines())
                .extracting(PlanView.Line::open)
                .containsExactly(cny("0.00"), cny("150.00"), cny("400.00"));
        assertThat(plan.inForce().moved()).isEqualTo(cny("150.00"));
        assertThat(openInAll()).isEqualTo(cny("550.00"));
    }

    @Test
    void leavesThePlanAsItIsWhereAVersionIsRefused() {
        limit(Map.of("days", 0));
        var original = twoLines();
        replanned("later", on(original, 0, Map.of("dueOn", day(11))), on(original, 1, Map.of()));

        decides(finance, 2, "refusal").then().statusCode(201);

        assertThat(contracts.read(contract).inForce().number()).isEqualTo(1);
        assertThat(versions()).extracting(PlanView.Version::state).containsExactly(State.IN_FORCE, State.REFUSED);
        assertThat(contracts.receivable(receivableOf(original, 0)).dueOn()).isEqualTo(today.plusDays(10));
        replanned("sooner", on(original, 0, Map.of("dueOn", day(9))), on(original, 1, Map.of()));
        assertThat(contracts.read(contract).inForce().number()).isEqualTo(3);
    }

    @Test
    void needsASecondPersonToPlanLessWhateverTheLimit() {
        var original = contracts.planned(
                contract,
                lines(List.of(
                        line("1", "600.00", today.plusDays(10)),
                        after("DELIVERY", "2", "400.00", Map.of("kind", "DAYS")))));

        var proposed = replanned(
                "smaller delivery", on(original, 0, Map.of()), on(original, 1, Map.of("amount", json(cny("300.00")))));

        assertThat(Objects.requireNonNull(proposed.proposed()).total()).isEqualTo(cny("900.00"));
        decides(qian, 2, "approval").then().statusCode(201);
        assertThat(contracts.read(contract).inForce().total()).isEqualTo(cny("900.00"));
    }

    @Test
    @Timeout(120)
    void comesIntoForceOnceWhereSeveralPeopleApproveAtOnce() throws Exception {
        limit(Map.of("days", 0));
        var original = twoLines();
        replanned(
                "split",
                on(original, 0, Map.of("amount", json(cny("300.00")))),
                on(original, 0, Map.of("amount", json(cny("300.00")), "dueOn", day(40))),
                on(original, 1, Map.of()));
        var admin = organisation.admin();
        var work = new ArrayList<Callable<Response>>();
        for (var approver : List.of(qian, east.manager(), admin, qian, east.manager(), admin)) {
            work.add(() -> decides(approver, 2, "approval"));
        }

        var answers = new ArrayList<Response>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : all.invokeAll(work)) {
                answers.add(done.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertProblem(answer, 409, "version-not-proposed"));
        assertThat(receivables()).hasSize(3);
        assertThat(openInAll()).isEqualTo(cny("1000.00"));
    }

    @Test
    @Timeout(120)
    void losesNothingWhilePaymentsComeIn() throws Exception {
        twoLines();
        var work = new ArrayList<Callable<Integer>>();
        for (int payer = 0; payer < 6; payer++) {
            work.add(() -> finance.posts(
                            "/payments",
                            Map.of(
                                    "customerId",
                                    contracts.customerId(),
                                    "receivedOn",
                                    today.toString(),
                                    "amount",
                                    json(cny("70.00"))))
                    .statusCode());
        }
        for (int planner = 0; planner < 4; planner++) {
            int days = 30 + planner;
            work.add(() -> {
                var place = "/contracts/" + contract + "/plan";
                var read = finance.gets(place);
                var now = Answers.as(PlanView.class, read);
                return finance.asks()
                        .header("If-Match", read.header("ETag"))
                        .body(version(
                                "split " + days,
                                on(now, 0, Map.of("amount", json(cny("600.00")), "dueOn", day(days))),
                                on(now, 1, Map.of("amount", json(cny("400.00")), "dueOn", day(days + 1)))))
                        .post(place + "/versions")
                        .statusCode();
            });
        }

        var statuses = new ArrayList<Integer>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : all.invokeAll(work)) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsOnly(201, 412);
        assertThat(openInAll()).isEqualTo(cny("580.00"));
        assertThat(contracts.read(contract).inForce().total()).isEqualTo(cny("1000.00"));
    }

    private PlanView twoLines() {
        return contracts.planned(
                contract,
                lines(List.of(line("1", "600.00", today.plusDays(10)), line("2", "400.00", today.plusDays(20)))));
    }

    private String day(int fromToday) {
        return today.plusDays(fromToday).toString();
    }

    private static Map<String, Object> on(PlanView plan, int line, Map<String, Object> otherwise) {
        var wanted = new HashMap<String, Object>(otherwise);
        wanted.put("lineId", plan.inForce().lines().get(line).id());
        return wanted;
    }

    @SafeVarargs
    private static Map<String, Object> version(String reason, Map<String, Object>... lines) {
        return Map.of("reason", reason, "lines", List.of(lines));
    }

    @SafeVarargs
    private Response replan(String reason, Map<String, Object>... lines) {
        return replan(finance, contract, reason, lines);
    }

    @SafeVarargs
    private static Response replan(Person person, UUID contract, String reason, Map<String, Object>... lines) {
        var place = "/contracts/" + contract + "/plan";
        var etag = person.gets(place).header("ETag");
        return person.asks()
                .header("If-Match", etag)
                .body(version(reason, lines))
                .post(place + "/versions");
    }

    @SafeVarargs
    private PlanView replanned(String reason, Map<String, Object>... lines) {
        return Answers.as(
                PlanView.class,
                replan(reason, lines).then().statusCode(201).extract().response());
    }

    private Response decides(Person person, int version, String decision) {
        return person.posts(
                "/contracts/" + contract + "/plan/versions/" + version + "/" + decision,
                Map.of("note", "as told by phone"));
    }

    private void limit(Map<String, Object> limit) {
        organisation.admin().asks().body(limit).put("/replan-limit").then().statusCode(200);
    }

    private List<PlanView.Version> versions() {
        return Answers.items(PlanView.Version.class, finance.gets("/contracts/" + contract + "/plan/versions"));
    }

    private Money openInAll() {
        return receivables().stream().map(ReceivableView::open).reduce(cny("0.00"), Money::plus);
    }

    private List<ReceivableView> receivables() {
        return Answers.items(ReceivableView.class, finance.gets("/receivables?limit=200"));
    }

    private static UUID receivableOf(PlanView plan, int line) {
        return Objects.requireNonNull(plan.inForce().lines().get(line).receivableId());
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
