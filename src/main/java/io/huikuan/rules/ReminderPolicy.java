package io.huikuan.rules;

import static io.huikuan.rules.Audience.DIRECTOR;
import static io.huikuan.rules.Audience.FINANCE;
import static io.huikuan.rules.Audience.MANAGER;
import static io.huikuan.rules.Audience.OWNER;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * An ordered ladder of reminder steps and its limits. A change makes a new version, so that a stored decision can be traced to the text
 * it followed.
 *
 * @param version counts from 1
 * @param steps at least one, by strictly ascending offset
 * @param dayCount which days the offsets count
 * @param minimumOpen by ISO 4217 code: less than this is not worth a reminder; a currency that is not named has no minimum
 * @param minimumIntervalDays calendar days between two sends about one receivable; 1 is "never twice on one date"
 * @param idleLookDays after how many calendar days to look again where the ladder itself has nothing to come
 */
public record ReminderPolicy(
        String id,
        int version,
        List<ReminderStep> steps,
        DayCount dayCount,
        Map<String, BigDecimal> minimumOpen,
        int minimumIntervalDays,
        int idleLookDays) {

    private static final ReminderPolicy STANDARD = new ReminderPolicy(
            "standard",
            1,
            List.of(
                    ReminderStep.once(-7, EnumSet.of(OWNER)),
                    ReminderStep.once(-3, EnumSet.of(OWNER, FINANCE)),
                    ReminderStep.once(0, EnumSet.of(OWNER)),
                    ReminderStep.once(1, EnumSet.of(OWNER)).repeatingEvery(1),
                    ReminderStep.once(7, EnumSet.of(OWNER, MANAGER)),
                    ReminderStep.once(15, EnumSet.of(OWNER, FINANCE, MANAGER, DIRECTOR))
                            .with(StepTask.FOLLOW_UP),
                    ReminderStep.once(30, EnumSet.of(OWNER, MANAGER, DIRECTOR)).with(StepTask.LEGAL_REVIEW)),
            DayCount.CALENDAR,
            Map.of(),
            1,
            30);

    /** @throws IllegalArgumentException if the parts do not make a ladder; the message names the part */
    public ReminderPolicy {
        steps = List.copyOf(steps);
        minimumOpen = minimum(minimumOpen);
        require(!id.isBlank(), "A policy needs an id");
        require(version >= 1, "Versions count from 1");
        require(!steps.isEmpty(), "A policy needs a step");
        for (int i = 1; i < steps.size(); i++) {
            int offset = steps.get(i).offsetDays();
            require(steps.get(i - 1).offsetDays() < offset, "Step " + offset + " must come after the step before it");
        }
        require(minimumIntervalDays >= 1, "The minimum interval is at least 1 day");
        require(idleLookDays >= 1, "The idle look is at least 1 day away");
    }

    /** What an organisation has until it writes a policy of its own. */
    public static ReminderPolicy standard() {
        return STANDARD;
    }

    /** Whether it is the customer who is reminded; else colleagues are. */
    public boolean speaksToCustomers() {
        return steps.getFirst().speaksToCustomer();
    }

    boolean tolerates(Money demand) {
        return isLessThan(minimumOpen, demand);
    }

    /** @throws IllegalArgumentException if one of the amounts is negative */
    static Map<String, BigDecimal> minimum(Map<String, BigDecimal> minimumOpen) {
        minimumOpen.forEach((currency, least) -> require(
                !Money.of(least, currency).isNegative(), "The minimum open amount in " + currency + " is negative"));
        return Map.copyOf(minimumOpen);
    }

    static boolean isLessThan(Map<String, BigDecimal> minimumOpen, Money demand) {
        return demand.amount().compareTo(minimumOpen.getOrDefault(demand.currency(), BigDecimal.ZERO)) < 0;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
