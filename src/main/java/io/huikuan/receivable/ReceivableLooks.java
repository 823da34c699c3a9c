package io.huikuan.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * When each receivable is to be looked at next by the reminder run. Leaves the row's version alone: a look changes nothing that
 * somebody may have read.
 */
@ApplicationScoped
public class ReceivableLooks {
    private final ReceivableQueries queries;

    ReceivableLooks(ReceivableQueries queries) {
        this.queries = queries;
    }

    /**
     * Sets the next looks of many receivables in one statement.
     *
     * @param nextLooks in the order of {@code receivableIds}
     */
    @Transactional
    public void schedule(UUID organisationId, UUID[] receivableIds, LocalDate[] nextLooks) {
        queries.scheduleLooks(organisationId, receivableIds, nextLooks);
    }

    /** Has what is open of these looked at on {@code today} at the latest: something has changed that a decision depends on. */
    @Transactional
    public void pull(UUID organisationId, Collection<UUID> receivableIds, LocalDate today) {
        if (!receivableIds.isEmpty()) {
            queries.pullLooks(organisationId, receivableIds.toArray(UUID[]::new), today);
        }
    }
}
