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
                "0 | -7 | OWNER                          | false |",
                "1 | -3 | OWNER FINANCE                  | false |",
                "2 | 0  | OWNER                          | false |",
                "3 | 1  | OWNER                          | true  |",
                "4 | 7  | OWNER MANAGER                  | false |",
                "5 | 15 | OWNER FINANCE MANAGER DIRECTOR | false | FOLLOW_UP",
                "6 | 30 | OWNER MANAGER DIRECTOR         | false | LEGAL_REVIEW",
            })
    void standardLadder(int index, int offset, String audience, boolean repeats, StepTask task) {
        var audiences = EnumSet.noneOf(Audience.class);
        Stream.of(audience.split(" ")).map(Audience::valueOf).forEach(audiences::add);
        assertThat(ReminderPolicy.standard().steps()).hasSize(7);
        assertThat(ReminderPolicy.standard().steps().get(index))
                .isEqualTo(new ReminderStep(offset, audiences, repeats, Optional.ofNullable(task)));
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
                .isThrownBy(() -> new ReminderPolicy(id, version, steps, Map.of("CNY", least), interval, idle))
                .withMessage(message);
    }

    @Test
    void refusesAMinimumThatIsNotMoney() {
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(
                        () -> new ReminderPolicy("p", 1, List.of(step(0)), Map.of("JPY", new BigDecimal("0.5")), 1, 1));
        assertThatExceptionOfType(UnknownCurrency.class)
                .isThrownBy(() -> new ReminderPolicy("p", 1, List.of(step(0)), Map.of("RMB", BigDecimal.ONE), 1, 1));
    }

    @Test
    void refusesAStepThatSpeaksToNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReminderStep(7, Set.of(), false, Optional.empty()))
                .withMessage("Step 7 needs somebody to speak to");
    }

    @Test
    void refusesAnOccurrenceThatNeverWas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LadderPosition(0, 0, LocalDate.of(2026, 6, 1), false))
                .withMessage("Occurrences count from 1");
    }

    @Test
    void refusesAHoldThatAddsToTheDemand() {
        var open = Money.of("10", "CNY");
        var dueOn = LocalDate.of(2026, 6, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReminderSnapshot(dueOn, open, Money.of("-0.01", "CNY"), Optional.empty(), true))
                .withMessage("The amount on hold is negative: CNY -0.01");
        assertThatExceptionOfType(CurrencyMismatch.class)
                .isThrownBy(() -> new ReminderSnapshot(dueOn, open, Money.zero("USD"), Optional.empty(), true));
        assertThat(new ReminderSnapshot(dueOn, open, Money.of("4", "CNY"), Optional.empty(), true).demand())
                .isEqualTo(Money.of("6", "CNY"));
    }

    private static ReminderStep step(int offset) {
        return new ReminderStep(offset, EnumSet.of(Audience.OWNER), false, Optional.empty());
    }
}
