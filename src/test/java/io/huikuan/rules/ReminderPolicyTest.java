package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | -7 | OWNER                          | 0     |",
                "1 | -3 | OWNER FINANCE                  | 0     |",
                "2 | 0  | OWNER                          | 0     |",
                "3 | 1  | OWNER                          | 1     |",
                "4 | 7  | OWNER MANAGER                  | 0     |",
                "5 | 15 | OWNER FINANCE MANAGER DIRECTOR | 0     | FOLLOW_UP",
                "6 | 30 | OWNER MANAGER DIRECTOR         | 0     | LEGAL_REVIEW",
            })
    void standardLadder(int index, int offset, String audience, int repeatEvery, StepTask task) {
        var audiences = EnumSet.noneOf(Audience.class);
        Stream.of(audience.split(" ")).map(Audience::valueOf).forEach(audiences::add);
        assertThat(ReminderPolicy.standard().steps()).hasSize(7);
        assertThat(ReminderPolicy.standard().steps().get(index))
                .isEqualTo(new ReminderStep(
                        offset,
                        audiences,
                        Set.of(ReminderChannel.PUSH, ReminderChannel.EMAIL, ReminderChannel.SMS),
                        repeatEvery,
                        Map.of(),
                        Optional.ofNullable(task)));
    }

    @Test
    void standardLimits() {
        var standard = ReminderPolicy.standard();
        assertThat(standard.id()).isEqualTo("standard");
        assertThat(standard.version()).isEqualTo(1);
        assertThat(standard.minimumOpen()).isEmpty();
        assertThat(standard.minimumIntervalDays()).isEqualTo(1);
        assertThat(standard.idleLookDays()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 0 1, 0,     1, 1, A policy needs an id",
        "p,  0, 0 1, 0,     1, 1, Versions count from 1",
        "p,  1, '',  0,     1, 1, A policy needs a step",
        "p,  1, 0 0, 0,     1, 1, Step 0 must come after the step before it",
        "p,  1, 1 3 2, 0,   1, 1, Step 2 must come after the step before it",
        "p,  1, 0 1, -0.01, 1, 1, The minimum open amount in CNY is negative",
        "p,  1, 0 1, 0,     0, 1, The minimum interval is at least 1 day",
        "p,  1, 0 1, 0,     1, 0, The idle look is at least 1 day away",
    })
    void refusesWhatIsNoLadder(
            String id, int version, String offsets, BigDecimal least, int interval, int idle, String message) {
        var steps = Stream.of(offsets.split(" "))
                .filter(offset -> !offset.isEmpty())
                .map(offset -> step(Integer.parseInt(offset)))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReminderPolicy(id, version, steps, DayCount.CALENDAR, Map.of("CNY", least), interval, idle))
                .withMessage(message);
    }

    @Test
    void refusesAMinimumThatIsNotMoney() {
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(() -> new ReminderPolicy(
                        "p", 1, List.of(step(0)), DayCount.CALENDAR, Map.of("JPY", new BigDecimal("0.5")), 1, 1));
        assertThatExceptionOfType(UnknownCurrency.class)
                .isThrownBy(() -> new ReminderPolicy(
                        "p", 1, List.of(step(0)), DayCount.CALENDAR, Map.of("RMB", BigDecimal.ONE), 1, 1));
    }

    @Test
    void refusesAStepThatSpeaksToNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReminderStep.once(7, Set.of()))
                .withMessage("Step 7 needs somebody to speak to");
    }

    @Test
    void refusesAnOccurrenceThatNeverWas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LadderPosition(0, 0, LocalDate.of(2026, 6, 1), false))
                .withMessage("Occurrences count from 1");
    }

    @Test
    void refusesARepeatBeforeTheFirstTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step(7).repeatingEvery(-1))
                .withMessage("Step 7 can't repeat before it was sent");
    }

    @Test
    void refusesAHoldThatAddsToTheDemand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held("-0.01 CNY"))
                .withMessage("The amount on hold is negative: CNY -0.01");
        assertThatExceptionOfType(CurrencyMismatch.class).isThrownBy(() -> snapshot("10", held("0 USD")));
    }

    @ParameterizedTest
    @CsvSource({"'', 10, 0", "4, 6, 4", "4 6, 0, 10", "4 7, 0, 10", "11, 0, 10"})
    void holdsTakeTheirPartOutOfTheDemandAndNeverMoreThanIsOpen(String amounts, String demand, String onHold) {
        var holds = Stream.of(amounts.split(" "))
                .filter(amount -> !amount.isEmpty())
                .map(amount -> held(amount + " CNY"))
                .toArray(Held[]::new);
        assertThat(snapshot("10", holds).demand()).isEqualTo(Money.of(demand, "CNY"));
        assertThat(snapshot("10", holds).onHold()).isEqualTo(Money.of(onHold, "CNY"));
    }

    private static Held held(String amountAndCurrency) {
        var parts = amountAndCurrency.split(" ");
        return new Held(Money.of(parts[0], parts[1]), Optional.empty());
    }

    private static ReminderSnapshot snapshot(String open, Held... holds) {
        return new ReminderSnapshot(
                LocalDate.of(2026, 6, 1), Money.of(open, "CNY"), List.of(holds), false, Optional.empty(), true);
    }

    private static ReminderStep step(int offset) {
        return ReminderStep.once(offset, EnumSet.of(Audience.OWNER));
    }
}
