package io.huikuan.rules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.ReminderDecision.Send;
import io.huikuan.rules.ReminderDecision.Suppressed;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1 June 2026 is a Monday; it is the due date wherever no other is named. Rows read: last position, today → decision, next look. */
class ReminderLadderTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    private static final BusinessCalendar MONDAY_TO_FRIDAY = BusinessCalendar.mondayToFriday();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, NOT_YET,         2026-05-25",
        "2026-05-24, NOT_YET,         2026-05-25",
        "2026-05-25, SEND -7 #1,      2026-05-29",
        "2026-05-28, SEND -7 #1,      2026-05-29",
        "2026-05-29, SEND -3 #1,      2026-06-01",
        "2026-05-30, NON_WORKING_DAY, 2026-06-01",
        "2026-05-31, NON_WORKING_DAY, 2026-06-01",
        "2026-06-01, SEND 0 #1,       2026-06-02",
        "2026-06-02, SEND 1 #1,       2026-06-03",
        "2026-06-05, SEND 1 #1,       2026-06-08",
        "2026-06-06, NON_WORKING_DAY, 2026-06-08",
        "2026-06-08, SEND 7 #1,       2026-06-16",
        "2026-06-16, SEND 15 #1,      2026-07-01",
        "2026-07-01, SEND 30 #1,      2026-07-31",
        "2026-07-02, SEND 30 #1,      2026-08-03",
        "2031-06-02, SEND 30 #1,      2031-07-02",
    })
    void firstSendIsTheStepReachedHoweverLate(LocalDate today, String decision, LocalDate nextLook) {
        assertDecision(decide(cny("100"), Optional.empty(), today), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        "-7, 1, 2026-05-25, false, 2026-05-25, ALREADY_SENT,    2026-05-29",
        "-7, 1, 2026-05-25, false, 2026-05-28, ALREADY_SENT,    2026-05-29",
        "-7, 1, 2026-05-25, false, 2026-05-29, SEND -3 #1,      2026-06-01",
        "-7, 1, 2026-05-25, true,  2026-05-29, SEND -3 #1,      2026-06-01",
        "-7, 1, 2026-05-25, false, 2026-06-08, SEND 7 #1,       2026-06-16",
        "1,  1, 2026-06-02, false, 2026-06-02, ALREADY_SENT,    2026-06-03",
        "1,  1, 2026-06-02, false, 2026-06-03, SEND 1 #2,       2026-06-04",
        "1,  2, 2026-06-03, false, 2026-06-05, SEND 1 #3,       2026-06-08",
        "1,  4, 2026-06-05, false, 2026-06-05, ALREADY_SENT,    2026-06-08",
        "1,  4, 2026-06-05, false, 2026-06-06, ALREADY_SENT,    2026-06-08",
        "1,  4, 2026-06-05, false, 2026-06-08, SEND 7 #1,       2026-06-16",
        "1,  2, 2026-06-03, true,  2026-06-03, ALREADY_SENT,    2026-06-08",
        "1,  2, 2026-06-03, true,  2026-06-04, ALREADY_SENT,    2026-06-08",
        "1,  2, 2026-06-03, true,  2026-06-06, ALREADY_SENT,    2026-06-08",
        "30, 1, 2026-07-01, false, 2026-07-31, ALREADY_SENT,    2026-08-31",
        "30, 1, 2026-07-01, true,  2026-07-31, ALREADY_SENT,    2026-08-31",
    })
    void climbsAndRepeats(
            int offset,
            int occurrence,
            LocalDate sentOn,
            boolean acknowledged,
            LocalDate today,
            String decision,
            LocalDate nextLook) {
        var last = new LadderPosition(offset, occurrence, sentOn, acknowledged);
        assertDecision(decide(cny("100"), Optional.of(last), today), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        // A later due date or another policy can leave the position above what is reached, or between two steps.
        "15, 2026-05-20, 2026-06-02, ALREADY_SENT, 2026-06-08",
        "3,  2026-06-04, 2026-06-05, ALREADY_SENT, 2026-06-08",
        "3,  2026-06-04, 2026-06-08, SEND 7 #1,    2026-06-16",
        "15, 2026-04-01, 2026-04-02, NOT_YET,      2026-05-25",
    })
    void neverGoesDown(int offset, LocalDate sentOn, LocalDate today, String decision, LocalDate nextLook) {
        var last = new LadderPosition(offset, 1, sentOn, false);
        assertDecision(decide(cny("100"), Optional.of(last), today), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        "-7, 2026-06-05, 2026-06-01, ALREADY_SENT, 2026-06-08",
        "1,  2026-06-03, 2026-06-02, ALREADY_SENT, 2026-06-04",
        "-7, 2026-05-25, 2026-05-01, ALREADY_SENT, 2026-05-26",
    })
    void waitsOutABusinessDateThatWentBack(
            int offset, LocalDate sentOn, LocalDate today, String decision, LocalDate nextLook) {
        var last = new LadderPosition(offset, 1, sentOn, false);
        assertDecision(decide(cny("100"), Optional.of(last), today), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        "0,      0,      PAID,            ",
        "-0.01,  0,      PAID,            ",
        "0,      50,     PAID,            ",
        "9.99,   0,      BELOW_TOLERANCE, 2026-07-02",
        "9.99,   9.99,   BELOW_TOLERANCE, 2026-07-02",
        "10,     0,      SEND 1 #1,       2026-06-03",
        "100,    90,     SEND 1 #1,       2026-06-03",
        "100,    90.01,  ON_HOLD,         2026-07-02",
        "100,    100,    ON_HOLD,         2026-07-02",
        "100,    100.01, ON_HOLD,         2026-07-02",
    })
    void asksOnlyForWhatIsWorthIt(String open, String onHold, String decision, LocalDate nextLook) {
        var policy = new ReminderPolicy(
                "p",
                1,
                ReminderPolicy.standard().steps(),
                DayCount.CALENDAR,
                Map.of("CNY", new BigDecimal("10")),
                1,
                30);
        var snapshot = holding(cny(open), new Held(cny(onHold), Optional.empty()));
        assertDecision(
                ReminderLadder.decide(snapshot, PolicyInForce.always(policy), MONDAY_TO_FRIDAY, DUE.plusDays(1)),
                decision,
                nextLook);
    }

    @Test
    void aHoldOnEverythingIsAHoldEvenWithoutAMinimum() {
        assertDecision(
                decide(holding(cny("100"), new Held(cny("100"), Optional.empty())), DUE.plusDays(4)),
                "ON_HOLD",
                LocalDate.of(2026, 7, 6));
    }

    /** On Tuesday 2 June; amounts held of 100, and their last days. */
    @ParameterizedTest
    @CsvSource({
        "100, 2026-06-02, 0,  ,           ON_HOLD,   2026-06-03",
        "100, 2026-06-04, 0,  ,           ON_HOLD,   2026-06-05",
        "100, 2026-06-05, 0,  ,           ON_HOLD,   2026-06-08",
        "100, ,           50, 2026-06-10, ON_HOLD,   2026-06-11",
        "60,  2026-06-20, 60, 2026-06-10, ON_HOLD,   2026-06-11",
        "60,  2026-06-20, 39, 2026-06-10, SEND 1 #1, 2026-06-03",
    })
    void looksAgainWhenAHoldHasEnded(
            String amount,
            LocalDate lastDay,
            String otherAmount,
            LocalDate otherLastDay,
            String decision,
            LocalDate nextLook) {
        var snapshot = holding(
                cny("100"),
                new Held(cny(amount), Optional.ofNullable(lastDay)),
                new Held(cny(otherAmount), Optional.ofNullable(otherLastDay)));
        assertDecision(decide(snapshot, DUE.plusDays(1)), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-02, 2026-06-03", "2026-06-05, 2026-06-08", ", 2026-07-02"})
    void keepsSilentUntilTheDayThatWasSaid(LocalDate lastDay, LocalDate nextLook) {
        var silent = new PolicyInForce(ReminderPolicy.standard(), true, Optional.ofNullable(lastDay));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("100"), Optional.empty()), silent, MONDAY_TO_FRIDAY, DUE.plusDays(1)),
                "NO_REMINDERS",
                nextLook);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-09, 2026-06-10", "2026-06-12, 2026-06-15", "2026-06-16, 2026-06-16", ", 2026-06-16"})
    void looksAgainWhenThePolicyHasEnded(LocalDate lastDay, LocalDate nextLook) {
        var inForce = new PolicyInForce(ReminderPolicy.standard(), false, Optional.ofNullable(lastDay));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("100"), Optional.empty()), inForce, MONDAY_TO_FRIDAY, LocalDate.of(2026, 6, 9)),
                "SEND 7 #1",
                nextLook);
    }

    /** Last offset and day, today. */
    @ParameterizedTest
    @CsvSource({
        "1,  2026-06-03, 2026-06-05, SEND 7 #1,       2026-06-08",
        "1,  2026-06-03, 2026-06-06, NON_WORKING_DAY, 2026-06-08",
        "1,  2026-06-05, 2026-06-05, MIN_INTERVAL,    2026-06-08",
        "7,  2026-06-08, 2026-06-10, SEND 15 #1,      2026-06-16",
        "7,  2026-06-08, 2026-07-10, SEND 30 #1,      2026-08-10",
        "30, 2026-07-01, 2026-07-10, ALREADY_SENT,    2026-08-10",
        ",   ,           2026-05-11, SEND -7 #1,      2026-05-25",
        ",   ,           2026-06-08, SEND 7 #1,       2026-06-16",
    })
    void aBrokenPromiseMovesOneStepUp(
            Integer offset, LocalDate sentOn, LocalDate today, String decision, LocalDate nextLook) {
        var last = Optional.ofNullable(offset).map(step -> new LadderPosition(step, 1, sentOn, true));
        var snapshot = new ReminderSnapshot(DUE, cny("100"), List.of(), true, last, true);
        assertDecision(decide(snapshot, today), decision, nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2026-06-01, false, 2026-06-03, ALREADY_SENT,    2026-06-04",
        "0, 1, 2026-06-01, false, 2026-06-04, SEND 0 #2,       2026-06-08",
        "0, 2, 2026-06-04, false, 2026-06-06, ALREADY_SENT,    2026-06-08",
        "0, 2, 2026-06-04, false, 2026-06-08, SEND 7 #1,       2026-07-08",
        "0, 2, 2026-06-04, true,  2026-06-05, ALREADY_SENT,    2026-06-08",
    })
    void repeatsAfterSoManyWorkingDays(
            int offset,
            int occurrence,
            LocalDate sentOn,
            boolean acknowledged,
            LocalDate today,
            String decision,
            LocalDate nextLook) {
        var policy = policy(
                DayCount.CALENDAR,
                ReminderStep.once(0, EnumSet.of(Audience.OWNER)).repeatingEvery(3),
                ReminderStep.once(7, EnumSet.of(Audience.MANAGER)));
        var last = Optional.of(new LadderPosition(offset, occurrence, sentOn, acknowledged));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("100"), last), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, today),
                decision,
                nextLook);
    }

    /** Due on Monday; working days only, and Thursday is a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-27, SEND -3 #1,   2026-06-01",
        "2026-06-05, SEND 0 #1,    2026-06-08",
        "2026-06-08, SEND 4 #1,    2026-07-08",
    })
    void countsWorkingDaysWhereThePolicySaysSo(LocalDate today, String decision, LocalDate nextLook) {
        var calendar = new BusinessCalendar(
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 6, 4)), Set.of());
        var owner = EnumSet.of(Audience.OWNER);
        var policy = policy(
                DayCount.WORKING,
                ReminderStep.once(-3, owner),
                ReminderStep.once(0, owner),
                ReminderStep.once(4, owner));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("100"), Optional.empty()), PolicyInForce.always(policy), calendar, today),
                decision,
                nextLook);
    }

    @ParameterizedTest
    @CsvSource({
        "99.99,  2026-06-08, SEND 1 #1,    2026-06-16",
        "100,    2026-06-08, SEND 7 #1,    2026-06-16",
        "99.99,  2026-06-16, SEND 15 #1,   2026-07-16",
    })
    void leavesAStepOutThatIsNotWorthIt(String open, LocalDate today, String decision, LocalDate nextLook) {
        var owner = EnumSet.of(Audience.OWNER);
        var policy = policy(
                DayCount.CALENDAR,
                ReminderStep.once(1, owner),
                new ReminderStep(7, owner, Set.of(), 0, Map.of("CNY", new BigDecimal("100")), Optional.empty()),
                ReminderStep.once(15, owner));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny(open), Optional.empty()), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, today),
                decision,
                nextLook);
    }

    /** The trap of the instalment that was paid in part: nothing is skipped, nothing told again, and what follows is about the rest. */
    @Test
    void aPartialPaymentMovesNothing() {
        var before = Optional.of(new LadderPosition(7, 1, LocalDate.of(2026, 6, 8), true));
        for (var open : List.of("100", "0.01")) {
            assertDecision(
                    decide(cny(open), before, LocalDate.of(2026, 6, 9)), "ALREADY_SENT", LocalDate.of(2026, 6, 16));
            assertDecision(
                    decide(cny(open), before, LocalDate.of(2026, 6, 16)), "SEND 15 #1", LocalDate.of(2026, 7, 1));
        }
    }

    @Test
    void aMinimumIsOfItsCurrencyAlone() {
        var policy = new ReminderPolicy(
                "p",
                1,
                ReminderPolicy.standard().steps(),
                DayCount.CALENDAR,
                Map.of("USD", new BigDecimal("1000")),
                1,
                30);
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("0.01"), Optional.empty()), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, DUE),
                "SEND 0 #1",
                LocalDate.of(2026, 6, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-06-01, 2026-06-02, MIN_INTERVAL,    2026-06-08",
        "0, 2026-06-01, 2026-06-05, MIN_INTERVAL,    2026-06-08",
        "0, 2026-06-01, 2026-06-06, NON_WORKING_DAY, 2026-06-08",
        "1, 2026-06-02, 2026-06-05, MIN_INTERVAL,    2026-06-08",
        "1, 2026-06-03, 2026-06-08, SEND 7 #1,       2026-06-16",
        "1, 2026-06-04, 2026-06-08, MIN_INTERVAL,    2026-06-09",
    })
    void leavesTheMinimumIntervalBetweenSends(
            int offset, LocalDate sentOn, LocalDate today, String decision, LocalDate nextLook) {
        var policy = new ReminderPolicy("p", 1, ReminderPolicy.standard().steps(), DayCount.CALENDAR, Map.of(), 5, 30);
        var last = Optional.of(new LadderPosition(offset, 1, sentOn, false));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("100"), last), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, today),
                decision,
                nextLook);
    }

    @Test
    void neverSendsTwiceOnOneDateEvenWhenTheLadderMoved() {
        var last = Optional.of(new LadderPosition(-7, 1, DUE, false));
        assertDecision(decide(cny("100"), last, DUE), "MIN_INTERVAL", DUE.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-24, NOT_YET,         2026-05-25",
        "2026-05-25, NO_RECIPIENT,    2026-05-26",
        "2026-05-30, NON_WORKING_DAY, 2026-06-01",
        "2026-06-05, NO_RECIPIENT,    2026-06-08",
    })
    void keepsLookingForSomebodyToTell(LocalDate today, String decision, LocalDate nextLook) {
        var snapshot = new ReminderSnapshot(DUE, cny("100"), List.of(), false, Optional.empty(), false);
        assertDecision(decide(snapshot, today), decision, nextLook);
    }

    @Test
    void aLastStepThatRepeatsGoesOnUntilItIsAcknowledged() {
        var steps = List.of(ReminderStep.once(0, EnumSet.of(Audience.OWNER)).repeatingEvery(1));
        var policy = new ReminderPolicy("p", 1, steps, DayCount.CALENDAR, Map.of(), 1, 10);
        var friday = LocalDate.of(2026, 7, 3);
        var unseen = Optional.of(new LadderPosition(0, 24, friday.minusDays(1), false));
        assertDecision(
                ReminderLadder.decide(
                        snapshot(cny("1"), unseen), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, friday),
                "SEND 0 #25",
                LocalDate.of(2026, 7, 6));
        var seen = Optional.of(new LadderPosition(0, 25, friday, true));
        assertDecision(
                ReminderLadder.decide(snapshot(cny("1"), seen), PolicyInForce.always(policy), MONDAY_TO_FRIDAY, friday),
                "ALREADY_SENT",
                LocalDate.of(2026, 7, 13));
    }

    /** Days past due of the open receivables of a real ledger, on a Monday. */
    @Test
    void aRealLedgerOnAMonday() {
        var monday = LocalDate.of(2013, 3, 4);
        var daysPastDue = IntStream.of(
                -30, -30, -30, -29, -28, -28, -28, -28, -28, -27, -27, -27, -27, -27, -27, -26, -26, -25, -25, -25, -24,
                -24, -24, -24, -24, -23, -22, -22, -21, -21, -21, -21, -21, -20, -20, -20, -20, -20, -18, -18, -18, -17,
                -16, -16, -16, -15, -15, -15, -15, -14, -14, -14, -13, -12, -12, -11, -11, -10, -10, -9, -8, -8, -8, -7,
                -7, -6, -5, -5, -5, -4, -3, -1, -1, 1, 1, 2, 3, 4, 4, 9, 9, 12, 14, 18);
        var counts = daysPastDue
                .mapToObj(days -> new ReminderSnapshot(
                        monday.minusDays(days), Money.of("59.97", "USD"), List.of(), false, Optional.empty(), true))
                .map(snapshot -> shown(decide(snapshot, monday)))
                .collect(groupingBy(decision -> decision, counting()));
        assertThat(counts)
                .isEqualTo(Map.of(
                        "SEND -7 #1", 7L,
                        "SEND -3 #1", 3L,
                        "SEND 1 #1", 6L,
                        "SEND 7 #1", 4L,
                        "SEND 15 #1", 1L,
                        "NOT_YET", 63L));
    }

    private static void assertDecision(ReminderDecision actual, String decision, LocalDate nextLook) {
        assertThat(shown(actual)).isEqualTo(decision);
        assertThat(actual.nextLookOn()).isEqualTo(Optional.ofNullable(nextLook));
    }

    private static String shown(ReminderDecision decision) {
        return switch (decision) {
            case Send send -> "SEND " + send.step().offsetDays() + " #" + send.occurrence();
            case Suppressed suppressed -> suppressed.reason().name();
        };
    }

    private static ReminderDecision decide(Money open, Optional<LadderPosition> last, LocalDate today) {
        return decide(snapshot(open, last), today);
    }

    private static ReminderDecision decide(ReminderSnapshot snapshot, LocalDate today) {
        return ReminderLadder.decide(
                snapshot, PolicyInForce.always(ReminderPolicy.standard()), MONDAY_TO_FRIDAY, today);
    }

    private static ReminderSnapshot snapshot(Money open, Optional<LadderPosition> last) {
        return new ReminderSnapshot(DUE, open, List.of(), false, last, true);
    }

    private static ReminderSnapshot holding(Money open, Held... holds) {
        return new ReminderSnapshot(DUE, open, List.of(holds), false, Optional.empty(), true);
    }

    private static ReminderPolicy policy(DayCount dayCount, ReminderStep... steps) {
        return new ReminderPolicy("p", 1, List.of(steps), dayCount, Map.of(), 1, 30);
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
