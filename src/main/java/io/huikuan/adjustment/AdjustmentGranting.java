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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Grants what one person may grant alone, or what was decided elsewhere: it counts at once, and all of it for what its lines name. */
@ApplicationScoped
public class AdjustmentGranting {
    private final AdjustmentProposing proposing;
    private final Adjustments adjustments;
    private final AdjustmentQueries queries;
    private final AllocationBooking booking;
    private final AuditTrail audit;

    AdjustmentGranting(
            AdjustmentProposing proposing,
            Adjustments adjustments,
            AdjustmentQueries queries,
            AllocationBooking booking,
            AuditTrail audit) {
        this.proposing = proposing;
        this.adjustments = adjustments;
        this.queries = queries;
        this.booking = booking;
        this.audit = audit;
    }

    /**
     * Whoever calls knows that as much interest or fees is due as its lines give up.
     *
     * @param wanted all of it is in its lines
     * @throws InvalidRequest when it makes no sense in itself, or beside what is there
     * @throws AdjustmentExceedsOpenAmount when a line is more than is open on its receivable
     */
    @Transactional
    public UUID grant(Viewer viewer, NewAdjustment wanted, LocalDate today, Instant now) {
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
                        ledger.grant(adjustment.source(), line.receivableId(), line.component(), line.amount()));
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

    /**
     * Brings discounts into the books, one or thousands with the same few statements. The offers decided on them long ago, so that nobody
     * is asked again. Whoever calls allocates them, in this transaction; the customers are locked, the payments in the books.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void discount(UUID organisationId, @Nullable UUID actorId, List<Discount> discounts, Instant now) {
        var ids = column(discounts, Discount::id, UUID[]::new);
        var amounts = column(discounts, discount -> discount.amount().amount(), BigDecimal[]::new);
        queries.discount(
                organisationId,
                ids,
                column(discounts, Discount::customerId, UUID[]::new),
                amounts,
                column(discounts, discount -> discount.amount().currency(), String[]::new),
                column(discounts, Discount::effectiveOn, LocalDate[]::new),
                column(discounts, Discount::reason, String[]::new),
                column(discounts, Discount::offerId, UUID[]::new),
                column(discounts, Discount::paymentId, UUID[]::new),
                now);
        queries.grantLines(organisationId, ids, column(discounts, Discount::receivableId, UUID[]::new), amounts);
        var subject = AdjustmentProposing.subject(AdjustmentKind.DISCOUNT);
        var events = discounts.stream()
                .map(discount -> new AuditTrail.Event(
                        discount.id(),
                        Map.of(
                                "customer", discount.customerId(),
                                "receivable", discount.receivableId(),
                                "payment", discount.paymentId(),
                                "amount", discount.amount().toString(),
                                "reason", discount.reason())))
                .toList();
        audit.recordAll(organisationId, actorId, subject + ".granted", subject, events, now);
    }

    private static <T> T[] column(List<Discount> discounts, Function<Discount, T> value, IntFunction<T[]> array) {
        return discounts.stream().map(value).toArray(array);
    }
}
