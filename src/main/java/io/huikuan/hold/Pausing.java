package io.huikuan.hold;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess.Seen;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Role;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Agrees on pauses, and ends them early. */
@ApplicationScoped
public class Pausing {
    private final Pauses pauses;
    private final PauseQueries queries;
    private final PauseHolding holding;
    private final HoldAccess access;
    private final AuditTrail audit;

    Pausing(Pauses pauses, PauseQueries queries, PauseHolding holding, HoldAccess access, AuditTrail audit) {
        this.pauses = pauses;
        this.queries = queries;
        this.holding = holding;
        this.access = access;
        this.audit = audit;
    }

    /**
     * @throws NotFound when the customer is not the viewer's to see
     * @throws RoleMissing when it is a legal one, and the viewer neither a manager nor of finance
     * @throws InvalidRequest when it has no end where it needs one, or one that is over or too far away
     * @throws AlreadyExists when there is a pause of this id
     */
    @Transactional
    public PauseView pause(Viewer viewer, NewPause wanted, LocalDate today, Instant now) {
        requireMay(viewer, wanted.kind());
        var customer = access.require(viewer, wanted.customerId());
        requireSound(wanted, today);
        holding.lock(viewer.organisationId(), customer.id());
        var id = Ids.orNext(wanted.id());
        if (pauses.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var pause = new Pause(id, wanted, today, viewer.userId(), now);
        pauses.persistAndFlush(pause);
        holding.cover(viewer.organisationId(), id, today);
        return settled(viewer, pause, customer, "pause.agreed", pause.reason, today, now);
    }

    /**
     * @param check sees the present state first and may refuse, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws PauseOver when there is nothing left to end
     */
    @Transactional
    public PauseView end(
            Viewer viewer, UUID id, String reason, Consumer<PauseView> check, LocalDate today, Instant now) {
        var customerId = queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var customer = access.require(viewer, customerId);
        holding.lock(viewer.organisationId(), customerId);
        var pause = pauses.findByIdOptional(id).orElseThrow(NotFound::new);
        requireMay(viewer, pause.kind);
        check.accept(PauseView.of(new PauseQueries.Row(pause, customer.name()), today));
        pause.end(viewer.userId(), reason, today, now);
        holding.end(viewer.organisationId(), id, today, now);
        return settled(viewer, pause, customer, "pause.ended", reason, today, now);
    }

    private static void requireMay(Viewer viewer, PauseKind kind) {
        if (kind == PauseKind.LEGAL && !viewer.is(Role.MANAGER) && !viewer.is(Role.FINANCE)) {
            throw new RoleMissing();
        }
    }

    private void requireSound(NewPause wanted, LocalDate today) {
        var receivableId = wanted.receivableId();
        if (receivableId != null && queries.countReceivable(receivableId, wanted.customerId()) == 0) {
            throw InvalidRequest.field("/receivableId", "receivable-unknown");
        }
        var until = wanted.heldUntil();
        if (until != null) {
            HoldKeeping.requireBounded("/heldUntil", until, today);
        } else if (wanted.kind() == PauseKind.PAUSE) {
            throw InvalidRequest.field("/heldUntil", "required");
        }
    }

    private PauseView settled(
            Viewer viewer, Pause pause, Seen customer, String action, String reason, LocalDate today, Instant now) {
        pauses.flush();
        var details = Map.of("customer", pause.customerId, "kind", pause.kind.name(), "reason", reason);
        audit.record(viewer.organisationId(), viewer.userId(), action, "pause", pause.id, details, now);
        return PauseView.of(new PauseQueries.Row(pause, customer.name()), today);
    }
}
