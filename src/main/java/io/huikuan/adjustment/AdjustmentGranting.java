package io.huikuan.adjustment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.Designation;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Grants what one person may grant alone: it counts at once, and all of it for what its lines name. */
@ApplicationScoped
public class AdjustmentGranting {
    private final AdjustmentProposing proposing;
    private final Adjustments adjustments;
    private final AllocationBooking booking;
    private final AuditTrail audit;

    AdjustmentGranting(
            AdjustmentProposing proposing, Adjustments adjustments, AllocationBooking booking, AuditTrail audit) {
        this.proposing = proposing;
        this.adjustments = adjustments;
        this.booking = booking;
        this.audit = audit;
    }

    /**
     * Gives up interest and fees. Whoever calls knows that as much is due.
     *
     * @param wanted of lines that are no principal
     * @throws InvalidRequest when it makes no sense in itself, or beside what is there
     */
    @Transactional
    public UUID waive(Viewer viewer, NewAdjustment wanted, LocalDate today, Instant now) {
        var adjustment = proposing.add(viewer, wanted, today, now);
        adjustment.approve(viewer.userId(), null, Money.zero(adjustment.currency), now);
        adjustments.flush();
        var customers = List.of(adjustment.customerId);
        var books = booking.lockCustomers(viewer.organisationId(), customers);
        var named = wanted.lines().stream()
                .map(line -> new Share(line.receivableId(), line.amount()))
                .toList();
        var ledger =
                booking.open(viewer.organisationId(), books, customers, List.of(new Designation.Shares(named)), today);
        wanted.lines()
                .forEach(line ->
                        ledger.waive(adjustment.source(), line.receivableId(), line.component(), line.amount()));
        booking.book(viewer.organisationId(), viewer.userId(), ledger, now);
        var details = Map.of(
                "customer", wanted.customerId(),
                "amount", wanted.amount().toString(),
                "reason", wanted.reason());
        var subject = AdjustmentProposing.subject(wanted.kind());
        audit.record(
                viewer.organisationId(), viewer.userId(), subject + ".granted", subject, adjustment.id, details, now);
        return adjustment.id;
    }
}
