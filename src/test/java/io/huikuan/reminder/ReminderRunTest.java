package io.huikuan.reminder;

import static io.huikuan.reminder.Runs.dryRun;
import static io.huikuan.reminder.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.notification.NoticeAcknowledged;
import io.huikuan.reminder.Books.Bill;
import io.huikuan.reminder.RunView.ReasonCount;
import io.huikuan.reminder.RunView.StepCount;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run sends to whom, over the days. */
@QuarkusTest
class ReminderRunTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);

    @Inject
    Books books;

    @Inject
    Event<NoticeAcknowledged> acknowledged;

    @Inject
    Clock clock;

    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private UUID customer;

    @BeforeEach
    void aTeamWithACustomer() {
        organisation = Given.anOrganisation();
        var sales = organisation.team("Sales", null);
        east = organisation.team("East", sales.id());
        wang = east.salesperson("wang");
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void tellsEachAudienceWithItsStep() {
        organisation.finance();
        bill("soon", MONDAY.plusDays(7));
        bill("sooner", MONDAY.plusDays(3));
        bill("today", MONDAY);
        bill("late", MONDAY.minusDays(7));
        bill("later", MONDAY.minusDays(15));
        bill("far", MONDAY.plusDays(8));

        var run = run(organisation, MONDAY);

        assertThat(run.looked()).isEqualTo(6);
        assertThat(run.sent()).isEqualTo(5);
        assertThat(run.suppressed()).isEqualTo(1);
        assertThat(run.steps())
                .containsExactly(
                        new StepCount(-7, 1),
                        new StepCount(-3, 1),
                        new StepCount(0, 1),
                        new StepCount(7, 1),
                        new StepCount(15, 1));
        assertThat(run.reasons()).containsExactly(new ReasonCount(Fate.NOT_YET, 1));
        assertThat(books.notices(organisation))
                .containsExactly(
                        "manager-of-east ESCALATED late 7 1",
                        "manager-of-east ESCALATED later 15 1",
                        "manager-of-sales ESCALATED later 15 1",
                        "wang DUE_SOON soon -7 1",
                        "wang DUE_SOON sooner -3 1",
                        "wang DUE_TODAY today 0 1",
                        "wang OVERDUE late 7 1",
                        "wang OVERDUE later 15 1",
                        "zhao DUE_SOON sooner -3 1",
                        "zhao ESCALATED later 15 1");
    }

    @Test
    void handsOutTheTaskOfAStep() {
        bill("later", FRIDAY.minusDays(15));

        run(organisation, FRIDAY);

        assertThat(books.traces(organisation)).contains("task wang 催收：已逾期 15 天 later 2026-03-09");
    }

    @Test
    void sendsNothingTheSecondTime() {
        bill("today", MONDAY);
        run(organisation, MONDAY);
        var traces = books.traces(organisation);

        var second = run(organisation, MONDAY);

        assertThat(second.looked()).isZero();
        assertThat(second.steps()).isEmpty();
        assertThat(books.traces(organisation)).isEqualTo(traces);
    }

    @Test
    void countsInADryRunWhatTheRunThenDoes() {
        for (int i = 0; i < 40; i++) {
            bill("R-" + i, MONDAY.minusDays(i).plusDays(20));
        }

        var dry = dryRun(organisation, MONDAY);

        assertThat(books.traces(organisation)).isEmpty();
        var real = run(organisation, MONDAY);
        assertThat(dry.looked()).isEqualTo(40).isEqualTo(real.looked());
        assertThat(dry.sent()).isEqualTo(real.sent());
        assertThat(dry.steps()).isEqualTo(real.steps()).hasSizeGreaterThan(4);
        assertThat(dry.reasons()).isEqualTo(real.reasons());
    }

    @Test
    void isQuietAtTheWeekendAndCatchesUpOnMonday() {
        bill("saturday's", SATURDAY);

        var weekend = run(organisation, SATURDAY);
        var monday = run(organisation, SATURDAY.plusDays(2));

        assertThat(weekend.reasons()).containsExactly(new ReasonCount(Fate.NON_WORKING_DAY, 1));
        assertThat(monday.steps()).containsExactly(new StepCount(1, 1));
        assertThat(books.notices(organisation)).containsExactly("wang OVERDUE saturday's 1 1");
    }

    @Test
    void catchesUpMissedDaysByTheCurrentStepOnce() {
        bill("today", MONDAY);
        run(organisation, MONDAY);

        var afterThreeWeeks = run(organisation, MONDAY.plusDays(21));

        assertThat(afterThreeWeeks.steps()).containsExactly(new StepCount(15, 1));
        assertThat(books.notices(organisation))
                .filteredOn(notice -> notice.startsWith("wang"))
                .containsExactly("wang DUE_TODAY today 0 1", "wang OVERDUE today 15 1");
    }

    @Test
    void repeatsEachWorkingDayUntilSomebodyAcknowledges() {
        var id = bill("late", MONDAY.minusDays(1));
        run(organisation, MONDAY);
        run(organisation, MONDAY.plusDays(1));

        QuarkusTransaction.requiringNew()
                .run(() -> acknowledged.fire(new NoticeAcknowledged(organisation.id(), id, 1, MONDAY.minusDays(1))));
        var third = run(organisation, MONDAY.plusDays(2));

        assertThat(third.reasons()).containsExactly(new ReasonCount(Fate.ALREADY_SENT, 1));
        assertThat(books.notices(organisation)).containsExactly("wang OVERDUE late 1 1", "wang OVERDUE late 1 2");
    }

    @Test
    void goesOnRepeatingWhenAnOldLaddersStepIsAcknowledged() {
        var id = bill("late", MONDAY.minusDays(1));
        run(organisation, MONDAY);

        QuarkusTransaction.requiringNew()
                .run(() -> acknowledged.fire(new NoticeAcknowledged(organisation.id(), id, 1, MONDAY.minusDays(30))));

        assertThat(run(organisation, MONDAY.plusDays(1)).steps()).containsExactly(new StepCount(1, 1));
    }

    @Test
    void tellsAgainWhatIsOpenAgainAfterAReversal() {
        var finance = organisation.finance();
        bill("far", MONDAY.minusDays(32));
        run(organisation, MONDAY);
        var payment = finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customer,
                        "receivedOn",
                        MONDAY.toString(),
                        "amount",
                        Map.of("amount", "100.00", "currency", "CNY")));
        assertThat(states(wang)).containsExactly("DONE");

        finance.posts("/payments/" + payment + "/reversal", Map.of("reason", "bounced"))
                .then()
                .statusCode(201);

        assertThat(states(wang)).containsExactly("UNSEEN");
        assertThat(books.digestsToCome(organisation)).contains("wang");
    }

    @Test
    void takesBackWhatWasToldOfADueDateThatIsPutOff() {
        var finance = organisation.finance();
        var id = bill("late", MONDAY.minusDays(1));
        run(organisation, MONDAY);

        finance.patches("/receivables/" + id, Map.of("dueOn", "2027-06-01"));

        assertThat(states(wang)).containsExactly("DONE");
    }

    @Test
    void letsNobodyStopTheRemindersOfACustomerThatIsSomebodyElsesNow() {
        bill("late", MONDAY.minusDays(1));
        run(organisation, MONDAY);
        String notice = wang.gets("/notifications").path("items[0].id");
        var chen = east.salesperson("chen");
        organisation.admin().patches("/customers/" + customer, Map.of("ownerId", chen.id()));

        assertThat(wang.posts("/notifications/" + notice + "/acknowledgement", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(run(organisation, MONDAY.plusDays(1)).steps()).containsExactly(new StepCount(1, 1));
    }

    /** Of what the run told; payments are told besides. */
    private static List<String> states(Person person) {
        return person.gets("/notifications")
                .jsonPath()
                .getList("items.findAll { it.receivableId != null }.state", String.class);
    }

    @Test
    void remindsOfNothingThatIsPaid() {
        var bill = Bill.due(customer, "today", MONDAY);
        books.bill(organisation, List.of(bill));
        books.pay(organisation, Map.of(bill, MONDAY.minusDays(1)));

        assertThat(run(organisation, MONDAY).looked()).isZero();
        assertThat(books.traces(organisation)).isEmpty();
    }

    @Test
    void saysWhereNobodyIsLeftToTell() {
        bill("today", MONDAY);
        leave(wang);

        var run = run(organisation, MONDAY);

        assertThat(run.reasons()).containsExactly(new ReasonCount(Fate.NO_RECIPIENT, 1));
    }

    @Test
    void givesTheTaskOfOneWhoHasLeftToTheManager() {
        bill("later", MONDAY.minusDays(15));
        leave(wang);

        run(organisation, MONDAY);

        assertThat(books.traces(organisation))
                .filteredOn(trace -> trace.startsWith("task"))
                .singleElement()
                .asString()
                .startsWith("task manager-of-east ");
    }

    @Test
    void looksAtOnceAtWhatIsHandedOver() {
        var chen = east.salesperson("chen");
        bill("far", MONDAY.plusDays(3650));
        run(organisation, MONDAY);

        east.manager()
                .patches("/customers/" + customer, Map.of("ownerId", chen.id()))
                .then()
                .statusCode(200);

        assertThat(run(organisation, LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")))
                        .looked())
                .isEqualTo(1);
    }

    @Test
    void explainsEachLookToThoseWhoSeeTheReceivable() {
        var id = bill("late", MONDAY.minusDays(1));
        run(organisation, MONDAY);
        run(organisation, MONDAY.plusDays(1));
        var chen = east.salesperson("chen");

        var decisions = wang.gets("/receivables/" + id + "/decisions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(decisions.getList("items.fate")).isEqualTo(List.of("SENT", "SENT"));
        assertThat(decisions.getList("items.occurrence")).isEqualTo(List.of(2, 1));
        assertThat(decisions.getString("items[0].businessDate")).isEqualTo("2026-03-03");
        assertThat(decisions.getString("items[0].nextLookOn")).isEqualTo("2026-03-04");
        assertThat(decisions.getString("items[0].open.amount")).isEqualTo("100.00");
        assertThat(east.manager().gets("/receivables/" + id + "/decisions").statusCode())
                .isEqualTo(200);
        assertThat(chen.gets("/receivables/" + id + "/decisions").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesThroughRunsAndDecisions() {
        var id = bill("late", MONDAY.minusDays(1));
        for (int day = 0; day < 3; day++) {
            run(organisation, MONDAY.plusDays(day));
        }

        for (var list : List.of("/reminder-runs", "/receivables/" + id + "/decisions")) {
            var finance = organisation.admin();
            var first = finance.gets(list + "?limit=2")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var rest = finance.gets(list + "?limit=2&cursor=" + first.getString("nextCursor"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();

            assertThat(first.getList("items.businessDate")).isEqualTo(List.of("2026-03-04", "2026-03-03"));
            assertThat(rest.getList("items.businessDate")).isEqualTo(List.of("2026-03-02"));
            assertThat(rest.getString("nextCursor")).isNull();
        }
    }

    @Test
    void leavesRunsToTheAdminAndShowsThemToThoseInCharge() {
        var id = run(organisation, MONDAY).id();

        assertThat(wang.gets("/reminder-runs/" + id).statusCode()).isEqualTo(403);
        assertThat(east.manager().gets("/reminder-runs/" + id).statusCode()).isEqualTo(200);
        assertThat(east.manager().posts("/reminder-runs", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(Given.anOrganisation().admin().gets("/reminder-runs/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void followsThePolicyThatIsAssignedFromTheNextRunOn() {
        var receivable = bill("late", MONDAY.minusDays(7));
        bill("other", MONDAY.minusDays(7));
        run(organisation, MONDAY);
        assertThat(run(organisation, MONDAY.plusDays(1)).looked()).isZero();
        var step = Map.of("offsetDays", 8, "audience", List.of("OWNER"));
        var policy = organisation
                .admin()
                .creates("/reminder-policies", Map.of("name", "p", "ladder", Map.of("steps", List.of(step))));

        var assignment = organisation
                .admin()
                .creates(
                        "/reminder-policy-assignments",
                        Map.of("scope", "CUSTOMER", "customerId", customer, "policyId", policy));
        var run = run(organisation, MONDAY.plusDays(1));

        assertThat(run.steps()).containsExactly(new StepCount(8, 2));
        var decision = wang.gets("/receivables/" + receivable + "/decisions").jsonPath();
        assertThat(decision.getString("items[0].policyId")).isEqualTo(policy.toString());
        assertThat(decision.getInt("items[0].policyVersion")).isEqualTo(1);
        assertThat(decision.getString("items[0].dueOn")).isEqualTo("2026-02-23");
        assertThat(decision.getInt("items[0].lastSent.offsetDays")).isEqualTo(7);
        assertThat(decision.<String>getList("items[0].told.recipientName")).containsExactly("wang");
        assertThat(decision.getString("items[1].policyId")).isNull();
        assertThat(decision.<String>getList("items[1].told.recipientName")).containsExactly("manager-of-east", "wang");

        var later = Map.of("offsetDays", 9, "audience", List.of("OWNER"));
        organisation
                .admin()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("name", "p", "ladder", Map.of("steps", List.of(later))))
                .put("/reminder-policies/" + policy)
                .then()
                .statusCode(200);
        assertThat(run(organisation, MONDAY.plusDays(2)).steps()).containsExactly(new StepCount(9, 2));

        organisation
                .admin()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("scope", "CUSTOMER", "customerId", customer))
                .put("/reminder-policy-assignments/" + assignment)
                .then()
                .statusCode(200);
        assertThat(run(organisation, MONDAY.plusDays(8)).reasons())
                .containsExactly(new ReasonCount(Fate.NO_REMINDERS, 2));
    }

    @Test
    void leavesOutWhatIsPausedAndSaysSo() {
        var receivable = bill("late", MONDAY.minusDays(7));
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        wang.posts(
                        "/pauses",
                        Map.of(
                                "kind",
                                "PAUSE",
                                "customerId",
                                customer,
                                "receivableId",
                                receivable,
                                "heldUntil",
                                today.plusDays(20).toString(),
                                "reason",
                                "agreed on the phone"))
                .then()
                .statusCode(201);

        var run = run(organisation, today);

        assertThat(run.reasons()).containsExactly(new ReasonCount(Fate.ON_HOLD, 1));
        var decision = wang.gets("/receivables/" + receivable + "/decisions").jsonPath();
        assertThat(decision.getString("items[0].onHold.amount")).isEqualTo("100.00");
        assertThat(LocalDate.parse(decision.getString("items[0].nextLookOn"))).isAfter(today.plusDays(20));
        assertThat(books.notices(organisation)).isEmpty();
    }

    @Test
    void followsThePolicyOfTheClassThatACustomerComesInto() {
        bill("late", MONDAY.minusDays(7));
        run(organisation, MONDAY);
        organisation
                .admin()
                .creates("/reminder-policy-assignments", Map.of("scope", "CUSTOMER_CLASS", "customerClass", "A"));
        assertThat(run(organisation, MONDAY).looked()).isZero();

        organisation
                .admin()
                .patches("/customers/" + customer, Map.of("class", "A"))
                .then()
                .statusCode(200);

        assertThat(run(organisation, MONDAY).reasons()).containsExactly(new ReasonCount(Fate.NO_REMINDERS, 1));
    }

    @Test
    void heedsTheOrganisationsOwnHolidaysFromTheNextRunOn() {
        bill("soon", MONDAY.plusDays(8));
        assertThat(run(organisation, MONDAY).reasons()).containsExactly(new ReasonCount(Fate.NOT_YET, 1));

        organisation
                .admin()
                .asks()
                .body(Map.of("kind", "HOLIDAY", "name", "Founders' day"))
                .put("/calendar/days/" + MONDAY.plusDays(1))
                .then()
                .statusCode(200);

        var holiday = run(organisation, MONDAY.plusDays(1));
        assertThat(holiday.reasons()).containsExactly(new ReasonCount(Fate.NON_WORKING_DAY, 1));
        assertThat(run(organisation, MONDAY.plusDays(2)).steps()).containsExactly(new StepCount(-7, 1));
    }

    /** More than are pulled in one transaction. */
    @Test
    void looksAtEverythingAnewHoweverMuchItIs() {
        var bills = IntStream.range(0, 5_001)
                .mapToObj(number -> Bill.due(customer, "R-" + number, MONDAY.plusDays(100)))
                .toList();
        books.bill(organisation, bills);
        run(organisation, MONDAY);

        organisation.admin().creates("/reminder-policy-assignments", Map.of("scope", "ORGANISATION"));

        assertThat(run(organisation, MONDAY.plusDays(1)).reasons())
                .containsExactly(new ReasonCount(Fate.NO_REMINDERS, 5_001));
    }

    private UUID bill(String number, LocalDate dueOn) {
        return books.bill(organisation, List.of(Bill.due(customer, number, dueOn)))
                .getFirst();
    }

    private void leave(Person person) {
        organisation
                .admin()
                .patches("/users/" + person.id(), Map.of("active", false))
                .then()
                .statusCode(200);
    }
}
