package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The policy that a receivable's reminders follow today.
 *
 * @param silent nobody is to be reminded; the policy is the one that would be followed otherwise
 * @param lastDay of it, not before today; empty where it has no end
 */
public record PolicyInForce(ReminderPolicy policy, boolean silent, Optional<LocalDate> lastDay) {

    public static PolicyInForce always(ReminderPolicy policy) {
        return new PolicyInForce(policy, false, Optional.empty());
    }
}
