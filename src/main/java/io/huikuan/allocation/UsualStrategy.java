package io.huikuan.allocation;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.AllocationStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;

/** Decides how an organisation's money is allocated where nobody says anything. */
@ApplicationScoped
public class UsualStrategy {
    private final AllocationQueries queries;
    private final AuditTrail audit;

    UsualStrategy(AllocationQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** From now on; what was allocated stays as it is. */
    @Transactional
    public void choose(Viewer viewer, AllocationStrategy strategy, Instant now) {
        queries.chooseStrategy(viewer.organisationId(), strategy.code(), viewer.userId(), now);
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "allocation-strategy.chosen",
                "organisation",
                viewer.organisationId(),
                Map.of("strategy", strategy.code()),
                now);
    }
}
