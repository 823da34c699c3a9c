package io.huikuan.rules;

import static io.huikuan.rules.Audience.DIRECTOR;
import static io.huikuan.rules.Audience.FINANCE;
import static io.huikuan.rules.Audience.MANAGER;
import static io.huikuan.rules.Audience.OWNER;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ordered ladder of reminder steps and its limits. A change makes a new version, so that a stored decision can be traced to the text
 * it followed.
 *
 * @param version counts from 1
 * @param steps at least one, by strictly ascending offset
 * @param minimumOpen by ISO 4217 code: less than this is not worth a reminder; a currency that is not named has no minimum
 * @param minimumIntervalDays calendar days between two sends about one receivable; 1 is "never twice on one date"
 * @param idleLookDays after how many calendar days to look again where the ladder itself has nothing to come
 */
public record ReminderPolicy(
        String id,
        int version,
        List<ReminderStep> steps,
        Map<String, BigDecimal> minimumOpen,
        int minimumIntervalDays,
        int idleLookDays) {

    private static final ReminderPolicy STANDARD = new ReminderPolicy(
            "standard",
            1,
            List.of(
                    new ReminderStep(-7, EnumSet.of(OWNER), false, Optional.empty()),
                    new ReminderStep(-3, EnumSet.of(OWNER, FINANCE), false, Optional.empty()),
                    new ReminderStep(0, EnumSet.of(OWNER), false, Optional.empty()),
                    new ReminderStep(1, EnumSet.of(OWNER), true, Optional.empty()),
                    new ReminderStep(7, EnumSet.of(OWNER, MANAGER), false, Optional.empty()),
                    new ReminderStep(
                            15, EnumSet.of(OWNER, FINANCE, MANAGER, DIRECTOR), false, Optional.of(StepTask.FOLLOW_UP)),
                    new ReminderStep(
                            30, EnumSet.of(OWNER, MANAGER, DIRECTOR), false, Optional.of(StepTask.LEGAL_REVIEW))),
            Map.of(),
            1,
            30);

    /** @throws IllegalArgumentException if the parts do not make a ladder; the message names the part */
    public ReminderPolicy {
        steps = List.copyOf(steps);
        minimumOpen = Map.copyOf(minimumOpen);
        require(!id.isBlank(), "A policy needs an id");
        require(version >= 1, "Versions count from 1");
        require(!steps.isEmpty(), "A policy needs a step");
        for (int i = 1; i < steps.size(); i++) {
            int offset = steps.get(i).offsetDays();
            require(steps.get(i - 1).offsetDays() < offset, "Step " + offset + " must come after the step before it");
        }
        minimumOpen.forEach((currency, least) -> require(
                !Money.of(least, currency).isNegative(), "The minimum open amount in " + currency + " is negative"));
        require(minimumIntervalDays >= 1, "The minimum interval is at least 1 day");
        require(idleLookDays >= 1, "The idle look is at least 1 day away");
    }

    /** What an organisation has until it writes a policy of its own. */
    public static ReminderPolicy standard() {
        return STANDARD;
    }

    /** The highest step whose offset is reached. Never "equals today": a missed day must not lose a step. */
    Optional<ReminderStep> stepReached(long daysPastDue) {
        return steps.reversed().stream()
                .filter(step -> step.offsetDays() <= daysPastDue)
                .findFirst();
    }

    Optional<ReminderStep> stepToCome(long daysPastDue) {
        return steps.stream().filter(step -> step.offsetDays() > daysPastDue).findFirst();
    }

    boolean tolerates(Money demand) {
        var least = minimumOpen.getOrDefault(demand.currency(), BigDecimal.ZERO);
        return demand.amount().compareTo(least) < 0;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
