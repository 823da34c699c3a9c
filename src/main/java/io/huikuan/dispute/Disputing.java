package io.huikuan.dispute;

import io.huikuan.audit.AuditTrail;
import io.huikuan.hold.HoldAccess;
import io.huikuan.hold.HoldKeeping;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Raises disputes, has them cleared up, and ends them. */
@ApplicationScoped
public class Disputing {
    /** What of a dispute is to change; what is absent stays. */
    public record Change(
            @Nullable String words,
            @Nullable UUID handlerId,
            @Nullable LocalDate dueOn) {}

    /**
     * How a dispute ends.
     *
     * @param creditNoteId what was credited where it is upheld, else null
     */
    public record Outcome(DisputeState state, @Nullable UUID creditNoteId, String words) {}

    private final Disputes disputes;
    private final DisputeQueries queries;
    private final DisputeHolding holding;
    private final HoldAccess access;
    private final AuditTrail audit;

    Disputing(Disputes disputes, DisputeQueries queries, DisputeHolding holding, HoldAccess access, AuditTrail audit) {
        this.disputes = disputes;
        this.queries = queries;
        this.holding = holding;
        this.access = access;
        this.audit = audit;
    }

    /**
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when it is of more than is open, of somebody else's receivable, or for a day that is over or too far away
     * @throws AlreadyExists when there is a dispute of this id
     */
    @Transactional
    public DisputeView raise(Viewer viewer, NewDispute wanted, LocalDate today, Instant now) {
        var customer = access.require(viewer, wanted.customerId());
        holding.lock(viewer.organisationId(), customer.id());
        var contested = contested(wanted);
        requireHandler(wanted.handlerId());
        HoldKeeping.requireBounded("/dueOn", wanted.dueOn(), today);
        var id = Ids.orNext(wanted.id());
        if (disputes.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var dispute = new Dispute(id, wanted, contested, today, viewer.userId(), now);
        disputes.persistAndFlush(dispute);
        holding.raised(viewer.organisationId(), dispute, viewer.userId(), today, now);
        var details = Map.of(
                "receivable",
                dispute.receivableId,
                "amount",
                contested.toString(),
                "reason",
                dispute.reason.name(),
                "handler",
                dispute.handlerId);
        return settled(viewer, dispute, "dispute.raised", details, now);
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws DisputeNotOpen when it has ended
     */
    @Transactional
    public DisputeView change(
            Viewer viewer, UUID id, Change change, Consumer<DisputeView> check, LocalDate today, Instant now) {
        var dispute = locked(viewer, id, check);
        requireHandler(change.handlerId());
        if (change.dueOn() != null) {
            HoldKeeping.requireBounded("/dueOn", change.dueOn(), today);
        }
        dispute.change(change);
        var details = Map.of("handler", dispute.handlerId, "dueOn", dispute.dueOn.toString());
        return settled(viewer, dispute, "dispute.changed", details, now);
    }

    /**
     * Ends it: what was contested is asked for again from today on, as far as it is still owed.
     *
     * @param check sees the present state first and may refuse, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws InvalidRequest when it is upheld without an approved credit note of the customer, or rejected with one
     * @throws DisputeNotOpen when it has ended before
     */
    @Transactional
    public DisputeView end(
            Viewer viewer, UUID id, Outcome outcome, Consumer<DisputeView> check, LocalDate today, Instant now) {
        var dispute = locked(viewer, id, check);
        requireCredited(dispute, outcome);
        dispute.settle(outcome.state(), outcome.creditNoteId(), outcome.words(), viewer.userId(), now);
        disputes.flush();
        holding.ended(viewer.organisationId(), dispute, viewer.userId(), today, now);
        var details = Map.of("outcome", outcome.state().name(), "words", outcome.words());
        return settled(viewer, dispute, "dispute.ended", details, now);
    }

    private Dispute locked(Viewer viewer, UUID id, Consumer<DisputeView> check) {
        var customerId = queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        access.require(viewer, customerId);
        holding.lock(viewer.organisationId(), customerId);
        var row = queries.byId(id);
        check.accept(DisputeView.of(row));
        return row.dispute();
    }

    private Money contested(NewDispute wanted) {
        var owed = queries.owed(wanted.receivableId(), wanted.customerId()).stream()
                .findFirst()
                .orElseThrow(() -> InvalidRequest.field("/receivableId", "receivable-unknown"));
        var open = Money.of(owed.openAmount(), owed.currency());
        if (!open.isPositive()) {
            throw InvalidRequest.field("/receivableId", "receivable-not-open");
        }
        var amount = wanted.amount();
        if (amount == null) {
            return open;
        }
        if (!amount.currency().equals(open.currency())) {
            throw InvalidRequest.field("/amount/currency", "currency-differs", open.currency());
        }
        if (!amount.isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
        if (amount.compareTo(open) > 0) {
            throw InvalidRequest.field("/amount/amount", "more-than-open", open);
        }
        return amount;
    }

    private void requireHandler(@Nullable UUID handlerId) {
        if (handlerId != null && queries.countActive(handlerId) == 0) {
            throw InvalidRequest.field("/handlerId", "user-unknown");
        }
    }

    private void requireCredited(Dispute dispute, Outcome outcome) {
        var creditNoteId = outcome.creditNoteId();
        if (outcome.state() != DisputeState.UPHELD) {
            if (creditNoteId != null) {
                throw InvalidRequest.field("/creditNoteId", "only-where-upheld");
            }
        } else if (creditNoteId == null) {
            throw InvalidRequest.field("/creditNoteId", "required");
        } else if (queries.countCreditNote(creditNoteId, dispute.customerId) == 0) {
            throw InvalidRequest.field("/creditNoteId", "credit-note-unknown");
        }
    }

    private DisputeView settled(Viewer viewer, Dispute dispute, String action, Map<String, ?> details, Instant now) {
        disputes.flush();
        audit.record(viewer.organisationId(), viewer.userId(), action, "dispute", dispute.id, details, now);
        return DisputeView.of(queries.byId(dispute.id));
    }
}
