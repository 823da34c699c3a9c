package io.huikuan.dunning;

import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderDecision;
import io.huikuan.rules.ReminderPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one customer is to be reminded of.
 *
 * @param items at least one
 * @param expiresOn the last day on which it can be approved; empty where nobody has to
 */
record NewLetter(
        UUID id, DunningQueries.Customer customer, UUID contactId, List<Item> items, Optional<LocalDate> expiresOn) {

    /** A receivable whose step is due. */
    record Item(UUID letterId, DunningQueries.Due due, ReminderPolicy policy, ReminderDecision.Send send) {
        UUID policyId() {
            return UUID.fromString(policy.id());
        }
    }

    /** Whether it asks for anything in another currency than the minimum's, or for the minimum at least. */
    boolean isWorthIt() {
        return customer.minimum().stream().allMatch(this::isWorth);
    }

    private boolean isWorth(Money minimum) {
        var sum = items.stream()
                .map(item -> item.due().open())
                .filter(open -> open.currency().equals(minimum.currency()))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean otherCurrency =
                items.stream().anyMatch(item -> !item.due().currency().equals(minimum.currency()));
        return otherCurrency || sum.compareTo(minimum.amount()) >= 0;
    }
}
