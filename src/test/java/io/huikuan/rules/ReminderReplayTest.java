package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.ReceivableLife.Hold;
import io.huikuan.rules.ReceivableLife.NewDueDate;
import io.huikuan.rules.ReceivableLife.Settlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1 June 2026 is a Monday. */
class ReminderReplayTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 5, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    private static final Money BILLED = Money.of("100", "CNY");

    @Test
    void climbsTheWholeLadderWhereNothingHappens() {
        assertThat(sent(life(List.of(), List.of(), List.of(), List.of())))
                .containsExactly(
                        "2026-05-25 -7 #1",
                        "2026-05-29 -3 #1",
                        "2026-06-01 0 #1",
                        "2026-06-02 1 #1",
                        "2026-06-03 1 #2",
                        "2026-06-04 1 #3",
                        "2026-06-05 1 #4",
                        "2026-06-08 7 #1",
                        "2026-06-16 15 #1",
                        "2026-07-01 30 #1");
    }

    @Test
    void endsWithThePaymentAndGoesOnWithItsReversal() {
        var paidAndTakenBack = List.of(
                settled(LocalDate.of(2026, 5, 26), "40"),
                settled(LocalDate.of(2026, 5, 28), "60"),
                settled(LocalDate.of(2026, 6, 12), "-60"));
        assertThat(sent(life(paidAndTakenBack, List.of(), List.of(), List.of())))
                .containsExactly("2026-05-25 -7 #1", "2026-06-12 7 #1", "2026-06-16 15 #1", "2026-07-01 30 #1");
    }

    @Test
    void beginsAnewWithAnotherDueDate() {
        var postponed = List.of(new NewDueDate(LocalDate.of(2026, 5, 27), LocalDate.of(2026, 7, 6)));
        assertThat(sent(life(List.of(), postponed, List.of(), List.of())))
                .startsWith("2026-05-25 -7 #1", "2026-06-29 -7 #1", "2026-07-03 -3 #1", "2026-07-06 0 #1");
    }

    @Test
    void waitsForAPromiseAndMovesOneStepUpWhenItIsBroken() {
        var hold = new Hold(LocalDate.of(2026, 6, 3), new Held(BILLED, Optional.of(LocalDate.of(2026, 6, 4))));
        var life = life(List.of(), List.of(), List.of(hold), List.of(LocalDate.of(2026, 6, 5)));
        assertThat(sent(life))
                .containsExactly(
                        "2026-05-25 -7 #1",
                        "2026-05-29 -3 #1",
                        "2026-06-01 0 #1",
                        "2026-06-02 1 #1",
                        "2026-06-05 7 #1",
                        "2026-06-16 15 #1",
                        "2026-07-01 30 #1");
    }

    @ParameterizedTest
    @CsvSource({
        "'',    '',    0, 0, 0, 0",
        "1 2 3, 1 2 3, 3, 0, 0, 0",
        "1 2 3, 1 3,   2, 0, 1, 0",
        "1 3,   1 2 3, 2, 1, 0, 0",
        "1 2,   1 4,   1, 0, 0, 1",
        "1,     2 3,   0, 1, 0, 1",
        "5 6 7, 1,     0, 0, 2, 1",
    })
    void countsWhatDiffers(String before, String after, int kept, int added, int removed, int moved) {
        assertThat(NoticeDifference.of(days(before), days(after)))
                .isEqualTo(new NoticeDifference(kept, added, removed, moved));
    }

    private static Set<LocalDate> days(String text) {
        var days = new TreeSet<LocalDate>();
        Stream.of(text.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> DUE.plusDays(Integer.parseInt(day)))
                .forEach(days::add);
        return days;
    }

    private static Settlement settled(LocalDate on, String amount) {
        return new Settlement(on, Money.of(amount, "CNY"));
    }

    private static ReceivableLife life(
            List<Settlement> settlements, List<NewDueDate> postponements, List<Hold> holds, List<LocalDate> broken) {
        return new ReceivableLife(ISSUED, BILLED, DUE, settlements, postponements, holds, broken);
    }

    private static List<String> sent(ReceivableLife life) {
        return ReminderReplay.of(
                        life,
                        PolicyInForce.always(ReminderPolicy.standard()),
                        BusinessCalendar.mondayToFriday(),
                        LocalDate.of(2026, 7, 31))
                .stream()
                .map(one -> one.on() + " " + one.step().offsetDays() + " #" + one.occurrence())
                .toList();
    }
}
