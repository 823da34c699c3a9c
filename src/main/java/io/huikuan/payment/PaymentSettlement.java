package io.huikuan.payment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.Designation;
import io.huikuan.allocation.OpenLedger.Receipt;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides on claims, allocates what is unapplied, takes payments back. */
@ApplicationScoped
public class PaymentSettlement {
    private final Payments payments;
    private final PaymentQueries queries;
    private final AllocationBooking booking;
    private final AuditTrail audit;

    PaymentSettlement(Payments payments, PaymentQueries queries, AllocationBooking booking, AuditTrail audit) {
        this.payments = payments;
        this.queries = queries;
        this.booking = booking;
        this.audit = audit;
    }

    /**
     * The claimed money has come in: from now on it counts.
     *
     * @throws PaymentNotClaimed when there is nothing to decide
     */
    @Transactional
    public PaymentView confirm(Viewer viewer, UUID id, Designation designation, Instant now) {
        var payment = locked(viewer, id);
        payment.confirm();
        apply(viewer, payment, designation, now);
        record(viewer, payment, "payment.confirmed", now);
        return view(viewer, id);
    }

    /**
     * The claimed money never came.
     *
     * @throws PaymentNotClaimed when there is nothing to decide
     */
    @Transactional
    public PaymentView reject(Viewer viewer, UUID id, String reason, Instant now) {
        var payment = locked(viewer, id);
        payment.reject(reason);
        record(viewer, payment, "payment.rejected", now);
        return view(viewer, id);
    }

    /**
     * Allocates what is unapplied; where nothing is, or the customer owes nothing, nothing happens.
     *
     * @throws PaymentNotConfirmed when it never came in, or is gone again
     */
    @Transactional
    public PaymentView allocate(Viewer viewer, UUID id, Designation designation, Instant now) {
        var payment = locked(viewer, id);
        payment.requireConfirmed();
        apply(viewer, payment, designation, now);
        record(viewer, payment, "payment.allocated", now);
        return view(viewer, id);
    }

    /**
     * Takes a payment back: each allocation gets its counter-entry, what it had settled is open again.
     *
     * @param effectiveOn from when on it counts as gone; not before it was received, not after today
     * @throws PaymentAlreadyReversed when it was taken back before
     * @throws PaymentNotConfirmed when it never came in
     */
    @Transactional
    public PaymentView reverse(
            Viewer viewer, UUID id, String reason, LocalDate effectiveOn, LocalDate today, Instant now) {
        var payment = locked(viewer, id);
        if (effectiveOn.isAfter(today)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-in-the-future");
        }
        if (effectiveOn.isBefore(payment.receivedOn)) {
            throw InvalidRequest.field("/effectiveOn", "before-receipt");
        }
        payment.reverse(reason);
        payments.flush();
        booking.takeBack(viewer.organisationId(), id, effectiveOn, viewer.userId(), now);
        record(viewer, payment, "payment.reversed", now);
        return view(viewer, id);
    }

    /** Read only once the customer is locked: nothing that it says can be out of date. */
    private Payment locked(Viewer viewer, UUID id) {
        var customerId = queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        booking.lockCustomers(viewer.organisationId(), List.of(customerId));
        return payments.findByIdOptional(id).orElseThrow(NotFound::new);
    }

    private void apply(Viewer viewer, Payment payment, Designation designation, Instant now) {
        var ledger = booking.open(viewer.organisationId(), List.of(payment.customerId), List.of(designation));
        var receipt = new Receipt(payment.id, payment.customerId, payment.receivedOn, payment.unapplied());
        payment.leaveUnapplied(ledger.allocate(receipt, designation));
        payments.flush();
        booking.book(viewer.organisationId(), viewer.userId(), ledger, now);
    }

    private void record(Viewer viewer, Payment payment, String action, Instant now) {
        payments.flush();
        var details = Map.of(
                "customer",
                payment.customerId,
                "amount",
                payment.received().toString(),
                "unapplied",
                payment.unapplied().toString(),
                "reason",
                payment.reason == null ? "" : payment.reason);
        audit.record(viewer.organisationId(), viewer.userId(), action, "payment", payment.id, details, now);
    }

    private PaymentView view(Viewer viewer, UUID id) {
        return queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .map(row -> PaymentView.of(row.payment(), row.customerName(), booking.entriesOf(id)))
                .orElseThrow(NotFound::new);
    }
}
