package io.huikuan.delivery;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Lets an operator try again what has failed for good, once its cause is mended. */
@ApplicationScoped
public class DeadLetters {
    /** How long what is tried again is of use, at the least. */
    private static final Duration NEW_LIFE = Duration.ofHours(24);

    private final DeadLetterQueries queries;
    private final AuditTrail audit;

    DeadLetters(DeadLetterQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * It is sent under the same id, so that whoever has it already sees it once. Whether there is still something to tell is looked at as
     * before every send.
     *
     * @throws NotFound when the organisation has no such delivery
     * @throws DeliveryNotDead when it has not failed for good, or its telling was brought some other way
     */
    @Transactional
    public void requeue(Viewer viewer, UUID id, Instant now) {
        var organisationId = viewer.organisationId();
        if (queries.requeue(organisationId, id, now, now.plus(NEW_LIFE)) == 0) {
            throw queries.deliveries(organisationId, id, null, null, null, 1).isEmpty()
                    ? new NotFound()
                    : new DeliveryNotDead();
        }
        audit.record(organisationId, viewer.userId(), "delivery.requeued", "delivery", id, Map.of(), now);
    }
}
