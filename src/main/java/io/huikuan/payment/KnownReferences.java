package io.huikuan.payment;

import io.huikuan.payment.Recorded.Outcome;
import io.huikuan.rules.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments have which references, so that the same list twice records each payment once. A bank numbers the lines of one account:
 * of one reference on two accounts there are two payments; where nobody says on which account, it may be either.
 */
final class KnownReferences {
    private record Key(UUID customerId, String reference) {}

    private final Map<Key, List<PaymentQueries.Known>> known = new HashMap<>();

    KnownReferences(List<PaymentQueries.Known> inTheBooks) {
        inTheBooks.forEach(this::add);
    }

    /** The outcome where there is nothing left to record. One that was reversed gives way to a payment that differs from it. */
    Optional<Recorded> find(NewPayment wanted) {
        if (wanted.reference() == null) {
            return Optional.empty();
        }
        var candidates = known.getOrDefault(new Key(wanted.customerId(), wanted.reference()), List.of()).stream()
                .filter(candidate -> mayBeOn(candidate.account(), wanted.account()))
                .toList();
        var standing =
                candidates.stream().filter(candidate -> !candidate.isGone()).toList();
        return (standing.isEmpty() ? candidates : standing)
                .stream()
                        .filter(candidate ->
                                isSame(candidate, wanted) && (candidate.isGone() || candidate.isInTheBooks()))
                        .map(same -> new Recorded(same.id(), Outcome.UNCHANGED))
                        .findFirst()
                        .or(() -> standing.stream()
                                .map(other -> new Recorded(other.id(), Outcome.DIFFERS))
                                .findFirst());
    }

    /** The next of the same list will find this one. */
    void add(UUID id, NewPayment recorded) {
        if (recorded.reference() != null) {
            add(new PaymentQueries.Known(
                    id,
                    recorded.customerId(),
                    recorded.account(),
                    recorded.reference(),
                    recorded.receivedOn(),
                    recorded.amount().amount(),
                    recorded.amount().currency(),
                    recorded.stateInTheBooks().name()));
        }
    }

    private void add(PaymentQueries.Known payment) {
        known.computeIfAbsent(new Key(payment.customerId(), payment.reference()), _ -> new ArrayList<>())
                .add(payment);
    }

    private static boolean mayBeOn(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean isSame(PaymentQueries.Known payment, NewPayment wanted) {
        return payment.receivedOn().equals(wanted.receivedOn())
                && Money.of(payment.amount(), payment.currency()).equals(wanted.amount());
    }
}
