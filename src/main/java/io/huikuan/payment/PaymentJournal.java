package io.huikuan.payment;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes down each step of each payment, with the day from which it counts: what was known on any day can be told from it. */
@ApplicationScoped
class PaymentJournal {
    /** @param effectiveOn the day from which it counts */
    record Entry(UUID paymentId, PaymentStep step, LocalDate effectiveOn) {}

    private final PaymentQueries queries;
    private final AuditTrail audit;
    private final Event<PaymentMoved> moved;

    PaymentJournal(PaymentQueries queries, AuditTrail audit, Event<PaymentMoved> moved) {
        this.queries = queries;
        this.audit = audit;
        this.moved = moved;
    }

    /** Steps that thousands take at once, into the books; nobody is told of each. */
    void enter(UUID organisationId, List<Entry> entries, @Nullable String reason, @Nullable UUID actorId, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        queries.enter(
                organisationId,
                column(entries, Entry::paymentId, UUID[]::new),
                column(entries, entry -> entry.step().name(), String[]::new),
                column(entries, entry -> entry.step().cash, Integer[]::new),
                column(entries, entry -> entry.step().secured, Integer[]::new),
                column(entries, Entry::effectiveOn, LocalDate[]::new),
                reason,
                actorId,
                now);
    }

    /** A step that somebody has one payment take; who has to know is told. */
    void step(
            Viewer viewer,
            Payment payment,
            PaymentStep step,
            LocalDate effectiveOn,
            @Nullable String reason,
            Instant now) {
        enter(viewer.organisationId(), List.of(new Entry(payment.id, step, effectiveOn)), reason, viewer.userId(), now);
        note(viewer, payment, "payment." + step.name().toLowerCase(Locale.ROOT), reason, now);
        tell(viewer, payment.id, payment.customerId, payment.received(), payment.receivedOn, step, now);
    }

    /** What changes nothing about how the payment stands. */
    void note(Viewer viewer, Payment payment, String action, @Nullable String reason, Instant now) {
        var details = Map.of(
                "customer",
                payment.customerId,
                "amount",
                payment.received().toString(),
                "unapplied",
                payment.unapplied().toString(),
                "reason",
                reason == null ? "" : reason);
        audit.record(viewer.organisationId(), viewer.userId(), action, "payment", payment.id, details, now);
    }

    /** Whoever listens hears of it in this transaction. */
    void tell(
            Viewer viewer,
            UUID paymentId,
            UUID customerId,
            Money amount,
            LocalDate receivedOn,
            PaymentStep step,
            Instant now) {
        moved.fire(new PaymentMoved(
                viewer.organisationId(),
                paymentId,
                customerId,
                step,
                amount,
                receivedOn,
                viewer.userId(),
                now.atZone(viewer.zone()).toLocalDate(),
                now));
    }

    private static <T> T[] column(List<Entry> entries, Function<Entry, T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
