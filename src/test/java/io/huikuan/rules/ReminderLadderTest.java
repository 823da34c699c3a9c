package io.huikuan.rules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.ReminderDecision.Send;
import io.huikuan.rules.ReminderDecision.Suppressed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        "1,  4, 2026-06-05, false, 2026-06-06, NON_WORKING_DAY, 2026-06-08",
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
        "100,    90.01,  ON_HOLD,         2026-06-03",
        "100,    100,    ON_HOLD,         2026-06-03",
        "100,    100.01, ON_HOLD,         2026-06-03",
    })
    void asksOnlyForWhatIsWorthIt(String open, String onHold, String decision, LocalDate nextLook) {
        var policy = new ReminderPolicy(
                "p", 1, ReminderPolicy.standard().steps(), Map.of("CNY", new BigDecimal("10")), 1, 30);
        var snapshot = new ReminderSnapshot(DUE, cny(open), cny(onHold), Optional.empty(), true);
        assertDecision(ReminderLadder.decide(snapshot, policy, MONDAY_TO_FRIDAY, DUE.plusDays(1)), decision, nextLook);
    }

    @Test
    void aHoldOnEverythingIsAHoldEvenWithoutAMinimum() {
        assertDecision(
                decide(new ReminderSnapshot(DUE, cny("100"), cny("100"), Optional.empty(), true), DUE.plusDays(4)),
                "ON_HOLD",
                LocalDate.of(2026, 6, 8));
    }

    @Test
    void aMinimumIsOfItsCurrencyAlone() {
        var policy = new ReminderPolicy(
                "p", 1, ReminderPolicy.standard().steps(), Map.of("USD", new BigDecimal("1000")), 1, 30);
        assertDecision(
                ReminderLadder.decide(snapshot(cny("0.01"), Optional.empty()), policy, MONDAY_TO_FRIDAY, DUE),
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
        var policy = new ReminderPolicy("p", 1, ReminderPolicy.standard().steps(), Map.of(), 5, 30);
        var last = Optional.of(new LadderPosition(offset, 1, sentOn, false));
        assertDecision(
                ReminderLadder.decide(snapshot(cny("100"), last), policy, MONDAY_TO_FRIDAY, today), decision, nextLook);
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
        var snapshot = new ReminderSnapshot(DUE, cny("100"), cny("0"), Optional.empty(), false);
        assertDecision(decide(snapshot, today), decision, nextLook);
    }

    @Test
    void aLastStepThatRepeatsGoesOnUntilItIsAcknowledged() {
        var steps = List.of(new ReminderStep(0, EnumSet.of(Audience.OWNER), true, Optional.empty()));
        var policy = new ReminderPolicy("p", 1, steps, Map.of(), 1, 10);
        var friday = LocalDate.of(2026, 7, 3);
        var unseen = Optional.of(new LadderPosition(0, 24, friday.minusDays(1), false));
        assertDecision(
                ReminderLadder.decide(snapshot(cny("1"), unseen), policy, MONDAY_TO_FRIDAY, friday),
                "SEND 0 #25",
                LocalDate.of(2026, 7, 6));
        var seen = Optional.of(new LadderPosition(0, 25, friday, true));
        assertDecision(
                ReminderLadder.decide(snapshot(cny("1"), seen), policy, MONDAY_TO_FRIDAY, friday),
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
                        monday.minusDays(days), Money.of("59.97", "USD"), Money.zero("USD"), Optional.empty(), true))
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
        return ReminderLadder.decide(snapshot, ReminderPolicy.standard(), MONDAY_TO_FRIDAY, today);
    }

    private static ReminderSnapshot snapshot(Money open, Optional<LadderPosition> last) {
        return new ReminderSnapshot(DUE, open, Money.zero(open.currency()), last, true);
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
