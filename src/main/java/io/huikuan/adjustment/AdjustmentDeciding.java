package io.huikuan.adjustment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.Designation;
import io.huikuan.allocation.OpenLedger;
import io.huikuan.allocation.TakenBack;
import io.huikuan.audit.AuditTrail;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets adjustments count, or not, allocates what is left of credit notes, and takes back what counted. */
@ApplicationScoped
public class AdjustmentDeciding {
    /** Read only once its customer is locked: nothing that it says can be out of date. */
    private record Held(Adjustment adjustment, ClosedBooks books) {}

    private final Adjustments adjustments;
    private final AdjustmentQueries queries;
    private final AllocationBooking booking;
    private final AuditTrail audit;
    private final TransactionSynchronizationRegistry transaction;

    AdjustmentDeciding(
            Adjustments adjustments,
            AdjustmentQueries queries,
            AllocationBooking booking,
            AuditTrail audit,
            TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.adjustments = adjustments;
        this.queries = queries;
        this.booking = booking;
        this.audit = audit;
    }

    /**
     * From now on it counts, for what it asks for; what a credit note does not ask for stays unapplied.
     *
     * @throws ApproverIsProposer when the viewer asked for it
     * @throws AdjustmentNotProposed when it was decided before
     * @throws AdjustmentExceedsOpenAmount when less is open by now than it asks for: then nothing is done
     * @throws io.huikuan.closing.PeriodClosed when its day was closed since
     */
    @Transactional
    public void approve(
            Viewer viewer, AdjustmentKind kind, UUID id, @Nullable String note, LocalDate today, Instant now) {
        var held = hold(viewer, kind, id);
        held.adjustment().requireUndecided(viewer.userId());
        count(viewer, held, viewer.userId(), note, now);
    }

    /**
     * Lets a proposal count that nobody has approved, so that it can be seen what an approval would come to. Nothing of it can stay: the
     * transaction is rolled back, whoever began it.
     *
     * @throws AdjustmentExceedsOpenAmount when less is open by now than it asks for
     */
    @Transactional(TxType.MANDATORY)
    public void foresee(Viewer viewer, AdjustmentKind kind, UUID id, Instant now) {
        transaction.setRollbackOnly();
        count(viewer, hold(viewer, kind, id), null, null, now);
    }

    /** @param by who has decided so; null where nobody has yet */
    private void count(Viewer viewer, Held held, @Nullable UUID by, @Nullable String note, Instant now) {
        var adjustment = held.adjustment();
        held.books().require("/effectiveOn", adjustment.effectiveOn);
        var designation = new Designation.Shares(stillOpen(viewer, adjustment));
        var ledger = ledger(viewer, held, designation);
        adjustment.approve(by, note, ledger.allocate(adjustment.source(), designation), now);
        book(viewer, ledger, now);
        record(viewer, adjustment, "approved", note, now);
    }

    /**
     * It never counts.
     *
     * @throws ApproverIsProposer when the viewer asked for it
     * @throws AdjustmentNotProposed when it was decided before
     */
    @Transactional
    public void refuse(Viewer viewer, AdjustmentKind kind, UUID id, String reason, Instant now) {
        var adjustment = hold(viewer, kind, id).adjustment();
        adjustment.requireUndecided(viewer.userId());
        adjustment.refuse(viewer.userId(), reason, now);
        record(viewer, adjustment, "refused", reason, now);
    }

    /**
     * Allocates what is unapplied of a credit note.
     *
     * @throws AdjustmentNotApproved unless it counts
     */
    @Transactional
    public void allocate(
            Viewer viewer, AdjustmentKind kind, UUID id, Designation designation, LocalDate today, Instant now) {
        var held = hold(viewer, kind, id);
        var adjustment = held.adjustment();
        adjustment.requireApproved();
        var ledger = ledger(viewer, held, designation);
        adjustment.leaveUnapplied(ledger.allocate(adjustment.source(), designation));
        book(viewer, ledger, now);
        record(viewer, adjustment, "allocated", null, now);
    }

    /**
     * Takes it back: each of its allocations gets its counter-entry, what it had settled is owed again.
     *
     * @param effectiveOn from when on it counts as gone; not before it counted, not after today, not on a closed day
     * @throws AdjustmentNotApproved unless it counts
     */
    @Transactional
    public void reverse(
            Viewer viewer,
            AdjustmentKind kind,
            UUID id,
            String reason,
            LocalDate effectiveOn,
            LocalDate today,
            Instant now) {
        var held = hold(viewer, kind, id);
        var adjustment = held.adjustment();
        if (effectiveOn.isAfter(today)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-in-the-future");
        }
        if (effectiveOn.isBefore(adjustment.effectiveOn)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-before", adjustment.effectiveOn);
        }
        booking.lastTakenBack(viewer.organisationId(), adjustment.source())
                .filter(effectiveOn::isBefore)
                .ifPresent(late -> {
                    throw InvalidRequest.field("/effectiveOn", "before-last-step", late);
                });
        held.books().require("/effectiveOn", effectiveOn);
        takeBack(viewer.organisationId(), adjustment, reason, effectiveOn, viewer.userId(), now);
    }

    /** Takes back the discounts that were given on these offers and still count. Their customers are locked. */
    @Transactional(TxType.MANDATORY)
    public void reverseDiscounts(
            UUID organisationId,
            List<UUID> offerIds,
            String reason,
            LocalDate effectiveOn,
            @Nullable UUID actorId,
            Instant now) {
        for (var id : queries.discounts(offerIds, AdjustmentState.APPROVED)) {
            var adjustment = adjustments.findByIdOptional(id).orElseThrow(NotFound::new);
            var from = effectiveOn.isBefore(adjustment.effectiveOn) ? adjustment.effectiveOn : effectiveOn;
            takeBack(organisationId, adjustment, reason, from, actorId, now);
        }
    }

    /**
     * Keeps everybody else from the adjustment until the transaction ends.
     *
     * @return its version
     * @throws NotFound when it is not there, of another kind, or not the viewer's to see
     */
    @Transactional(TxType.MANDATORY)
    public long lock(Viewer viewer, AdjustmentKind kind, UUID id) {
        return hold(viewer, kind, id).adjustment().version + queries.caused(id);
    }

    private void takeBack(
            UUID organisationId,
            Adjustment adjustment,
            String reason,
            LocalDate effectiveOn,
            @Nullable UUID actorId,
            Instant now) {
        var source = adjustment.source();
        adjustment.reverse(effectiveOn, reason, actorId, now);
        adjustments.flush();
        booking.takeBack(organisationId, source, null, effectiveOn, TakenBack.REVERSAL, actorId, now);
        record(organisationId, actorId, adjustment, "reversed", reason, now);
    }

    private Held hold(Viewer viewer, AdjustmentKind kind, UUID id) {
        var customerId = queries.customerOf(id, kind, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var books = booking.lockCustomers(viewer.organisationId(), List.of(customerId));
        return new Held(adjustments.findByIdOptional(id).orElseThrow(NotFound::new), books);
    }

    private List<Share> stillOpen(Viewer viewer, Adjustment adjustment) {
        var lines = queries.lines(viewer.organisationId(), adjustment.id);
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (line.amount().compareTo(line.openAmount()) > 0) {
                throw new AdjustmentExceedsOpenAmount(
                        index, line.number(), Money.of(line.openAmount(), adjustment.currency));
            }
        }
        return lines.stream()
                .map(line -> new Share(line.receivableId(), Money.of(line.amount(), adjustment.currency)))
                .toList();
    }

    private OpenLedger ledger(Viewer viewer, Held held, Designation designation) {
        return booking.open(
                viewer.organisationId(),
                held.books(),
                List.of(held.adjustment().customerId),
                List.of(designation),
                held.adjustment().effectiveOn);
    }

    private void book(Viewer viewer, OpenLedger ledger, Instant now) {
        adjustments.flush();
        booking.book(viewer.organisationId(), viewer.userId(), ledger, now);
    }

    private void record(Viewer viewer, Adjustment adjustment, String verb, @Nullable String reason, Instant now) {
        adjustments.flush();
        record(viewer.organisationId(), viewer.userId(), adjustment, verb, reason, now);
    }

    private void record(
            UUID organisationId,
            @Nullable UUID actorId,
            Adjustment adjustment,
            String verb,
            @Nullable String reason,
            Instant now) {
        var subject = AdjustmentProposing.subject(adjustment.kind);
        var details = Map.of(
                "customer",
                adjustment.customerId,
                "amount",
                adjustment.money().toString(),
                "unapplied",
                adjustment.unapplied().toString(),
                "reason",
                reason == null ? "" : reason);
        audit.record(organisationId, actorId, subject + "." + verb, subject, adjustment.id, details, now);
    }
}
