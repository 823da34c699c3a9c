package io.huikuan.preview;

import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Does a step, tells what it changed, and undoes it. */
@ApplicationScoped
public class EffectPreview {
    /** One more than is shown: then rows were left out. */
    private static final int ROWS = EffectView.SHOWN + 1;

    private final PreviewQueries queries;
    private final TransactionSynchronizationRegistry transaction;

    EffectPreview(PreviewQueries queries, TransactionSynchronizationRegistry transaction) {
        this.queries = queries;
        this.transaction = transaction;
    }

    /**
     * Whatever the step throws is thrown: what can't be done is refused in a preview too.
     *
     * @param customerIds whose money the step moves; asked for once it is done
     * @param step joins this transaction
     */
    @Transactional
    public EffectView of(Viewer viewer, Supplier<List<UUID>> customerIds, Runnable step, Instant now) {
        step.run();
        queries.entityManager().flush();
        var customers = customerIds.get().toArray(UUID[]::new);
        var effects = EffectView.of(
                queries.receivables(viewer.organisationId(), customers, now, ROWS),
                queries.sources(viewer.organisationId(), customers, ROWS),
                queries.promises(viewer.organisationId(), customers, ROWS),
                queries.told(viewer.organisationId(), customers, ROWS));
        transaction.setRollbackOnly();
        return effects;
    }
}
