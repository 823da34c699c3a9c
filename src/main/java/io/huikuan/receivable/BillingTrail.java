package io.huikuan.receivable;

import io.huikuan.audit.AuditTrail;
import io.huikuan.receivable.Billed.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what was billed, and tells whoever has to act on it. */
@ApplicationScoped
class BillingTrail {
    private final AuditTrail audit;
    private final Event<ReceivablesBilled> told;

    BillingTrail(AuditTrail audit, Event<ReceivablesBilled> told) {
        this.audit = audit;
        this.told = told;
    }

    /**
     * @param actorId who bills; null for the system itself
     * @param billed in the order of {@code wanted}
     */
    void record(
            UUID organisationId, @Nullable UUID actorId, List<NewReceivable> wanted, List<Billed> billed, Instant now) {
        var events = new ArrayList<AuditTrail.Event>();
        for (int i = 0; i < billed.size(); i++) {
            if (billed.get(i).outcome() == Outcome.CREATED) {
                var each = wanted.get(i);
                var details = Map.of(
                        "customer", each.customerId(),
                        "number", each.number(),
                        "dueOn", each.dueOn().toString(),
                        "amount", each.amount().toString());
                events.add(new AuditTrail.Event(billed.get(i).id(), details));
            }
        }
        audit.recordAll(organisationId, actorId, "receivable.billed", "receivable", events, now);
        var ids = events.stream().map(AuditTrail.Event::subjectId).toList();
        told.fire(new ReceivablesBilled(organisationId, ids, now));
    }
}
