package io.huikuan.handover;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerHandingOver;
import io.huikuan.notification.WorkNotices;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Hands over customers, however many, in one transaction whose statements do not grow with them. */
@ApplicationScoped
public class HandingOver {
    private final CustomerHandingOver customers;
    private final HandOverQueries queries;
    private final WorkNotices notices;
    private final AuditTrail audit;

    HandingOver(CustomerHandingOver customers, HandOverQueries queries, WorkNotices notices, AuditTrail audit) {
        this.customers = customers;
        this.queries = queries;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * @throws InvalidRequest when one of the two is nobody the viewer may work for, or a chosen customer not {@code fromId}'s
     * @throws NothingToHandOver when there is no customer
     */
    @Transactional
    public HandOverView handOver(Viewer viewer, NewHandOver wanted, LocalDate today, Instant now) {
        var organisationId = viewer.organisationId();
        var effect = preview(viewer, wanted);
        if (effect.customers() == 0) {
            throw new NothingToHandOver();
        }
        customers.handOver(viewer, wanted.fromId(), wanted.toId(), wanted.chosen(), today, now);
        var id = Ids.next();
        queries.add(
                organisationId,
                id,
                wanted.fromId(),
                wanted.toId(),
                wanted.reason(),
                today,
                effect.customers(),
                effect.openReceivables(),
                effect.openFollowUps(),
                viewer.userId(),
                now);
        notices.tellOfHandOver(organisationId, wanted.toId(), id, today, now);
        var details = Map.of("from", wanted.fromId(), "to", wanted.toId(), "customers", effect.customers());
        audit.record(organisationId, viewer.userId(), "hand-over.made", "hand-over", id, details, now);
        return queries.list(organisationId, viewer.seesAll(), viewer.owners(), id, null, 1).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * How much would change hands.
     *
     * @throws InvalidRequest as {@link #handOver}
     */
    @Transactional
    public HandOverEffect preview(Viewer viewer, NewHandOver wanted) {
        var ids = customers.wouldHandOver(viewer, wanted.fromId(), wanted.toId(), wanted.chosen());
        return queries.effect(viewer.organisationId(), wanted.fromId(), ids.toArray(UUID[]::new));
    }
}
