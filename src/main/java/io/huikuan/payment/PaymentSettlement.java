package io.huikuan.payment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.Designation;
import io.huikuan.allocation.TakenBack;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides on claims, allocates what is unapplied, clears and bounces paper, takes allocations and payments back. */
@ApplicationScoped
public class PaymentSettlement {
    /** Read only once its customer is locked: nothing that it says can be out of date. */
    private record Held(Payment payment, ClosedBooks books) {}

    private final Payments payments;
    private final PaymentQueries queries;
    private final AllocationBooking booking;
    private final PaymentJournal journal;

    PaymentSettlement(Payments payments, PaymentQueries queries, AllocationBooking booking, PaymentJournal journal) {
        this.payments = payments;
        this.queries = queries;
        this.booking = booking;
        this.journal = journal;
    }

    /**
     * The claimed money has come in, or the paper: from now on it counts.
     *
     * @throws PaymentNotClaimed when there is nothing to decide
     * @throws io.huikuan.closing.PeriodClosed when it was received on a day that is closed since
     */
    @Transactional
    public PaymentView confirm(Viewer viewer, UUID id, Designation designation, Instant now) {
        var held = hold(viewer, id);
        var payment = held.payment();
        held.books().require("/receivedOn", payment.receivedOn);
        payment.confirm();
        payments.flush();
        journal.step(viewer, payment, PaymentStep.into(payment.state), payment.receivedOn, null, now);
        apply(viewer, held, designation, now);
        return view(viewer, id);
    }

    /**
     * The claimed money never came.
     *
     * @throws PaymentNotClaimed when there is nothing to decide
     */
    @Transactional
    public PaymentView reject(Viewer viewer, UUID id, String reason, LocalDate today, Instant now) {
        var payment = hold(viewer, id).payment();
        payment.reject(reason);
        payments.flush();
        journal.step(viewer, payment, PaymentStep.REJECTED, today, reason, now);
        return view(viewer, id);
    }

    /**
     * Allocates what is unapplied; where nothing is, or the customer owes nothing, nothing happens.
     *
     * @throws PaymentNotConfirmed when it never came in, or is gone again
     */
    @Transactional
    public PaymentView allocate(Viewer viewer, UUID id, Designation designation, Instant now) {
        var held = hold(viewer, id);
        held.payment().requireInTheBooks();
        apply(viewer, held, designation, now);
        journal.note(viewer, held.payment(), "payment.allocated", null, now);
        return view(viewer, id);
    }

    /**
     * Takes allocations back: the money stays with the customer, to be allocated anew, and the history says so.
     *
     * @param allocationIds those to take back; null for all that stand
     * @throws PaymentNotConfirmed when it never came in, or is gone again
     */
    @Transactional
    public PaymentView deallocate(
            Viewer viewer, UUID id, List<UUID> allocationIds, String reason, Back back, Instant now) {
        var held = hold(viewer, id);
        var payment = held.payment();
        payment.requireInTheBooks();
        back.require(payment.receivedOn, payment.receivedOn, held.books());
        var standing = booking.standing(viewer.organisationId(), id);
        for (int i = 0; i < allocationIds.size(); i++) {
            if (!standing.contains(allocationIds.get(i))) {
                throw InvalidRequest.field("/allocationIds/" + i, "allocation-not-standing");
            }
        }
        var source = payment.source();
        var freed = booking.takeBack(
                viewer.organisationId(),
                source,
                allocationIds.isEmpty() ? null : allocationIds,
                back.effectiveOn(),
                TakenBack.DEALLOCATION,
                viewer.userId(),
                now);
        payment.leaveUnapplied(payment.unapplied().plus(freed));
        payments.flush();
        journal.note(viewer, payment, "payment.deallocated", reason, now);
        return view(viewer, id);
    }

    /**
     * The paper has become cash: what it secured is collected from then on.
     *
     * @throws PaymentNotSecured unless it waits for that
     */
    @Transactional
    public PaymentView clear(Viewer viewer, UUID id, Back back, Instant now) {
        var held = hold(viewer, id);
        var payment = held.payment();
        back.require(payment.receivedOn, latest(viewer, payment), held.books());
        payment.clear(back.effectiveOn());
        payments.flush();
        booking.clear(viewer.organisationId(), id, back.effectiveOn(), viewer.userId(), now);
        journal.step(viewer, payment, PaymentStep.CLEARED, back.effectiveOn(), null, now);
        return view(viewer, id);
    }

    /**
     * The paper was not honoured: all that it had closed is open again.
     *
     * @throws PaymentNotSecured unless it is paper that has not cleared
     */
    @Transactional
    public PaymentView bounce(Viewer viewer, UUID id, String reason, Back back, Instant now) {
        var held = hold(viewer, id);
        var payment = held.payment();
        back.require(payment.receivedOn, latest(viewer, payment), held.books());
        var source = payment.source();
        payment.bounce(reason);
        payments.flush();
        booking.takeBack(
                viewer.organisationId(), source, null, back.effectiveOn(), TakenBack.BOUNCE, viewer.userId(), now);
        journal.step(viewer, payment, PaymentStep.BOUNCED, back.effectiveOn(), reason, now);
        return view(viewer, id);
    }

    /**
     * Takes a payment back: each allocation gets its counter-entry, what it had settled is open again.
     *
     * @throws PaymentAlreadyReversed when it was taken back before
     * @throws PaymentNotConfirmed when it never came in
     */
    @Transactional
    public PaymentView reverse(Viewer viewer, UUID id, String reason, Back back, Instant now) {
        var held = hold(viewer, id);
        var payment = held.payment();
        back.require(payment.receivedOn, latest(viewer, payment), held.books());
        var source = payment.source();
        payment.reverse(reason);
        payments.flush();
        booking.takeBack(
                viewer.organisationId(), source, null, back.effectiveOn(), TakenBack.REVERSAL, viewer.userId(), now);
        journal.step(viewer, payment, PaymentStep.REVERSED, back.effectiveOn(), reason, now);
        return view(viewer, id);
    }

    /**
     * A payment as it stands.
     *
     * @throws NotFound when there is none that the viewer sees
     */
    @Transactional
    public PaymentView read(Viewer viewer, UUID id) {
        return view(viewer, id);
    }

    /** @throws NotFound when there is none that the viewer sees */
    @Transactional
    public UUID payerOf(Viewer viewer, UUID id) {
        return queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Keeps everybody else from the payment until the transaction ends.
     *
     * @return its version, as {@link PaymentView#version} has it
     * @throws NotFound when there is none that the viewer sees
     */
    @Transactional(TxType.MANDATORY)
    public long lock(Viewer viewer, UUID id) {
        var held = hold(viewer, id);
        return view(viewer, held.payment().id).version();
    }

    private Held hold(Viewer viewer, UUID id) {
        var books = booking.lockCustomers(viewer.organisationId(), List.of(payerOf(viewer, id)));
        return new Held(payments.findByIdOptional(id).orElseThrow(NotFound::new), books);
    }

    /** When it cleared, or when the last allocation taken back counted as gone. */
    private LocalDate latest(Viewer viewer, Payment payment) {
        return Stream.of(
                        Optional.of(payment.receivedOn),
                        Optional.ofNullable(payment.clearedOn),
                        booking.lastTakenBack(viewer.organisationId(), payment.source()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void apply(Viewer viewer, Held held, Designation designation, Instant now) {
        var payment = held.payment();
        // What was taken back counts as gone from a day on only: before that day the money is not there for another
        // receivable.
        var source = payment.source().from(latest(viewer, payment));
        var ledger = booking.open(
                viewer.organisationId(),
                held.books(),
                List.of(payment.customerId),
                List.of(designation),
                source.countsFrom());
        payment.leaveUnapplied(ledger.allocate(source, designation));
        payments.flush();
        booking.book(viewer.organisationId(), viewer.userId(), ledger, now);
    }

    private PaymentView view(Viewer viewer, UUID id) {
        payments.flush();
        return queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .map(row -> PaymentView.of(row, booking.entriesOfPayment(viewer.organisationId(), id)))
                .orElseThrow(NotFound::new);
    }
}
