package io.huikuan.reminder;

import static io.huikuan.reminder.Runs.dryRun;
import static io.huikuan.reminder.Runs.run;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A promise to pay, from the call in which it is given to the run that goes on without it. */
@QuarkusTest
class BrokenPromiseTest {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.mondayToFriday();

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate first = CALENDAR.workingDayOnOrAfter(today);

    private Organisation organisation;
    private Person manager;
    private Person wang;
    private Person finance;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void somethingThatWasToldOfAtItsFifteenthDay() {
        organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        manager = east.manager();
        wang = east.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
        receivable =
                Given.aReceivable(finance, customer, "R-1", cny("300.00"), first.minusDays(60), first.minusDays(15));
        assertThat(run(organisation, first).sent()).isEqualTo(1);
        assertThat(steps()).containsExactly(15);
    }

    @Test
    void movesOneStepUpOnTheDayAfterAndOnce() {
        var promise = promised("300.00");
        var held = LocalDate.parse(wang.gets("/promises/" + promise).path("heldUntil"));
        var after = CALENDAR.nextWorkingDayAfter(held);

        // Long before its thirtieth day is reached, and by the run itself: nobody has decided on the promise before.
        assertThat(after).isBefore(first.plusDays(15));
        assertThat(run(organisation, CALENDAR.nextWorkingDayAfter(first)).sent())
                .isZero();
        assertThat(state(promise)).isEqualTo("OPEN");
        assertThat(run(organisation, after).sent()).isEqualTo(1);
        assertThat(state(promise)).isEqualTo("BROKEN");
        assertThat(run(organisation, after).looked()).isZero();
        assertThat(run(organisation, CALENDAR.nextWorkingDayAfter(after)).sent())
                .isZero();
        assertThat(run(organisation, CALENDAR.workingDayOnOrAfter(first.plusDays(15)))
                        .sent())
                .as("sent a second time when its own day comes")
                .isZero();

        assertThat(steps()).containsExactly(30, 15);
        assertThat(notices(wang)).isEqualTo(2);
        assertThat(notices(manager)).isEqualTo(2);
        assertThat(told(wang)).containsExactly("PROMISE_BROKEN");
        assertThat(told(manager)).containsExactly("PROMISE_BROKEN");
        var decisions = wang.gets("/receivables/" + receivable + "/decisions").jsonPath();
        var up = "items.find { it.fate == 'SENT' && it.offsetDays == 30 }.";
        assertThat(decisions.getBoolean(up + "promiseBroken")).isTrue();
        assertThat(decisions.getString(up + "businessDate")).isEqualTo(after.toString());
        assertThat(decisions.getList("items.findAll { it.businessDate < '%s' }.fate".formatted(after)))
                .containsExactly("ON_HOLD", "SENT");
    }

    @Test
    void staysWhereItIsWhenItIsKeptAtTheLastMoment() {
        var promise = promised("200.00");
        var held = LocalDate.parse(wang.gets("/promises/" + promise).path("heldUntil"));
        Given.aPayment(finance, customer, "200.00", today);

        assertThat(run(organisation, CALENDAR.nextWorkingDayAfter(held)).sent()).isZero();

        assertThat(state(promise)).isEqualTo("KEPT");
        assertThat(steps()).containsExactly(15);
    }

    @Test
    void isLeftOpenByADryRun() {
        var promise = promised("300.00");

        dryRun(organisation, first.plusDays(20));

        assertThat(state(promise)).isEqualTo("OPEN");
        assertThat(told(wang)).isEmpty();
    }

    private UUID promised(String amount) {
        return wang.creates(
                "/promises",
                new HashMap<>(Map.of(
                        "customerId",
                        customer,
                        "amount",
                        json(cny(amount)),
                        "dueOn",
                        CALENDAR.nextWorkingDayAfter(first).toString(),
                        "promisedBy",
                        "Ms Chen")));
    }

    private String state(UUID promise) {
        return wang.gets("/promises/" + promise).path("state");
    }

    /** Of the steps sent, from the last one to the first. */
    private List<Integer> steps() {
        return wang.gets("/receivables/" + receivable + "/decisions")
                .path("items.findAll { it.fate == 'SENT' }.offsetDays");
    }

    private int notices(Person person) {
        return person.gets("/notifications?limit=200").path("items.findAll { it.receivableId != null }.size()");
    }

    private static List<String> told(Person person) {
        return person.gets("/notifications?limit=200").path("items.findAll { it.promiseId != null }.kind");
    }
}
