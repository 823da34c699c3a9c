package io.huikuan.preview;

import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Does a step, tells what it changed, and undoes it. */
@ApplicationScoped
public class EffectPreview {
    private final PreviewQueries queries;
    private final TransactionSynchronizationRegistry transaction;

    EffectPreview(PreviewQueries queries, TransactionSynchronizationRegistry transaction) {
        this.queries = queries;
        this.transaction = transaction;
    }

    /**
     * Whatever the step throws is thrown: what can't be done is refused in a preview too.
     *
     * @param customerId whose money the step moves
     * @param step joins this transaction
     */
    @Transactional
    public EffectView of(Viewer viewer, UUID customerId, Runnable step, Instant now) {
        step.run();
        queries.entityManager().flush();
        var effects = EffectView.of(
                queries.receivables(viewer.organisationId(), customerId, now),
                queries.sources(viewer.organisationId(), customerId),
                queries.told(viewer.organisationId(), customerId));
        transaction.setRollbackOnly();
        return effects;
    }
}
