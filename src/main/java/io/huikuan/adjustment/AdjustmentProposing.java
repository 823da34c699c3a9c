package io.huikuan.adjustment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for adjustments; until somebody decides on them they change nothing. */
@ApplicationScoped
class AdjustmentProposing {
    /** Those whose number nobody else may have. */
    private static final List<AdjustmentState> STANDING = List.of(AdjustmentState.PROPOSED, AdjustmentState.APPROVED);

    private final Adjustments adjustments;
    private final AdjustmentQueries queries;
    private final AllocationBooking booking;
    private final CustomerAccess customers;
    private final AuditTrail audit;

    AdjustmentProposing(
            Adjustments adjustments,
            AdjustmentQueries queries,
            AllocationBooking booking,
            CustomerAccess customers,
            AuditTrail audit) {
        this.adjustments = adjustments;
        this.queries = queries;
        this.booking = booking;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when it makes no sense in itself, or beside what is there
     * @throws AdjustmentExceedsOpenAmount when a line is more than is open on its receivable
     * @throws io.huikuan.closing.PeriodClosed when it would count from a closed day
     * @throws AlreadyExists when another one has its id or its number
     */
    UUID propose(Viewer viewer, NewAdjustment wanted, LocalDate today, Instant now) {
        customers.require(viewer, wanted.customerId());
        var id = add(viewer, wanted, today, now).id;
        var details = Map.of(
                "customer", wanted.customerId(),
                "amount", wanted.amount().toString(),
                "effectiveOn", wanted.effectiveOn().toString(),
                "reason", wanted.reason());
        var subject = subject(wanted.kind());
        audit.record(viewer.organisationId(), viewer.userId(), subject + ".proposed", subject, id, details, now);
        return id;
    }

    /** Into the books as a proposal; whoever calls says to the audit trail what it comes to. Locks the customer. */
    Adjustment add(Viewer viewer, NewAdjustment wanted, LocalDate today, Instant now) {
        if (!wanted.amount().isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
        AskedLines.requireDay(wanted.effectiveOn(), today);
        booking.lockCustomers(viewer.organisationId(), List.of(wanted.customerId()))
                .require("/effectiveOn", wanted.effectiveOn());
        var ids = wanted.lines().stream().map(NewAdjustment.Line::receivableId).toArray(UUID[]::new);
        AskedLines.of(wanted, queries.named(viewer.organisationId(), wanted.customerId(), ids))
                .require();
        if (wanted.number() != null
                && !queries.numbered(wanted.customerId(), wanted.kind(), wanted.number(), STANDING)
                        .isEmpty()) {
            throw new AlreadyExists("/number");
        }
        var id = Ids.orNext(wanted.id());
        if (adjustments.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var adjustment = new Adjustment(id, wanted, viewer.userId(), now);
        adjustments.persistAndFlush(adjustment);
        queries.ask(
                viewer.organisationId(),
                id,
                ids,
                wanted.lines().stream().map(line -> line.component().name()).toArray(String[]::new),
                wanted.lines().stream().map(line -> line.amount().amount()).toArray(BigDecimal[]::new));
        return adjustment;
    }

    /** As the audit trail calls it: {@code credit-note}. */
    static String subject(AdjustmentKind kind) {
        return switch (kind) {
            case CREDIT_NOTE -> "credit-note";
            case WRITE_OFF -> "write-off";
            case DISCOUNT -> "discount";
            case WAIVER -> "waiver";
            case REPLAN -> "replan";
        };
    }
}
