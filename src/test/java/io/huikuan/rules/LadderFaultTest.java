package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps read: offset, {@code r} and after how many working days it repeats, {@code m} for one that small amounts leave out. */
class LadderFaultTest {

    @ParameterizedTest
    @CsvSource({
        "-7 0 1r1 7 15,  CALENDAR, 1,  ''",
        "0 0,            CALENDAR, 1,  1 SAME_DAY 0",
        "0 3 1,          CALENDAR, 1,  2 OUT_OF_ORDER 1",
        "0 0 -1,         CALENDAR, 1,  1 SAME_DAY 0; 2 OUT_OF_ORDER -1",
        "0r3 7,          CALENDAR, 4,  0 REPEATS_TOO_SOON 4",
        "0r4 7,          CALENDAR, 4,  ''",
        "0r6 7,          CALENDAR, 1,  ''",
        "0r7 7,          CALENDAR, 1,  0 NEVER_REPEATS 7",
        "0r7 7m,         CALENDAR, 1,  ''",
        "0r7 7,          WORKING,  1,  0 NEVER_REPEATS 7",
        "0 3 7,          CALENDAR, 6,  ''",
        "0 3 7,          CALENDAR, 7,  1 NEVER_FIRES 7",
        "0 3 7,          WORKING,  7,  ''",
        "0m 3 7,         CALENDAR, 7,  ''",
        "0 3 7m,         CALENDAR, 7,  ''",
        "0 7,            CALENDAR, 90, ''",
    })
    void saysWhatCanNeverHappen(String steps, DayCount dayCount, int interval, String faults) {
        var ladder = Stream.of(steps.split(" ")).map(LadderFaultTest::step).toList();
        var found = LadderFault.of(ladder, dayCount, interval).stream()
                .map(fault -> fault.step() + " " + fault.kind() + " " + fault.days());
        assertThat(String.join("; ", found.toList())).isEqualTo(faults);
    }

    /** Letters are sent over the channels that the dunning rule names, and hand out no tasks. */
    @Test
    void aLadderSpeaksToTheCustomerAloneOrNotAtAll() {
        var letter = to(3, EnumSet.of(Audience.CUSTOMER));
        var next = to(10, EnumSet.of(Audience.CUSTOMER));
        var colleague = to(10, EnumSet.of(Audience.OWNER));
        var both = to(10, EnumSet.of(Audience.OWNER, Audience.CUSTOMER));

        assertThat(kinds(letter, next)).isEmpty();
        assertThat(kinds(letter, colleague)).containsExactly(LadderFault.Kind.MIXED_AUDIENCE);
        assertThat(kinds(letter, both)).containsExactly(LadderFault.Kind.MIXED_AUDIENCE);
        assertThat(kinds(to(3, EnumSet.of(Audience.OWNER)), next)).containsExactly(LadderFault.Kind.MIXED_AUDIENCE);
        assertThat(kinds(letter, next.with(StepTask.FOLLOW_UP))).containsExactly(LadderFault.Kind.NOT_FOR_CUSTOMERS);
        assertThat(kinds(ReminderStep.once(3, EnumSet.of(Audience.CUSTOMER))))
                .containsExactly(LadderFault.Kind.NOT_FOR_CUSTOMERS);
    }

    private static List<LadderFault.Kind> kinds(ReminderStep... steps) {
        return LadderFault.of(List.of(steps), DayCount.CALENDAR, 1).stream()
                .map(LadderFault::kind)
                .toList();
    }

    private static ReminderStep to(int offsetDays, Set<Audience> audience) {
        return new ReminderStep(offsetDays, audience, Set.of(), 0, Map.of(), Optional.empty());
    }

    @Test
    void theStandardLadderHasNone() {
        var standard = ReminderPolicy.standard();
        assertThat(LadderFault.of(standard.steps(), standard.dayCount(), standard.minimumIntervalDays()))
                .isEmpty();
    }

    private static ReminderStep step(String text) {
        var parts = text.replace("m", "").split("r");
        return new ReminderStep(
                Integer.parseInt(parts[0]),
                EnumSet.of(Audience.OWNER),
                Set.of(),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                text.endsWith("m") ? Map.of("CNY", BigDecimal.TEN) : Map.of(),
                Optional.empty());
    }
}
