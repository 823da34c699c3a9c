package io.huikuan.allocation;

import io.huikuan.rules.Allocation;
import io.huikuan.rules.AllocationStrategy;
import java.util.List;

/** What a payment is meant for. Whatever it does not reach stays with the customer as unapplied cash. */
public sealed interface Designation {
    /** As the organisation has it where nobody says anything. */
    record Usual() implements Designation {}

    record By(AllocationStrategy strategy) implements Designation {}

    /** The customer's receivables of these numbers, oldest due first. */
    record Numbers(List<String> numbers) implements Designation {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** Exactly these; none leaves all of the payment unapplied. */
    record Shares(List<Allocation.Share> shares) implements Designation {
        public Shares {
            shares = List.copyOf(shares);
        }
    }
}
