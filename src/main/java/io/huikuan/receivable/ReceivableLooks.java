package io.huikuan.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/**
 * When each receivable is to be looked at next by the reminder run. Leaves the row's version alone: a look changes nothing that
 * somebody may have read.
 */
@ApplicationScoped
public class ReceivableLooks {
    private final LookQueries queries;

    ReceivableLooks(LookQueries queries) {
        this.queries = queries;
    }

    /**
     * Sets the next looks of many receivables in one statement.
     *
     * @param nextLooks in the order of {@code receivableIds}
     */
    @Transactional
    public void schedule(UUID organisationId, UUID[] receivableIds, LocalDate[] nextLooks) {
        queries.schedule(organisationId, receivableIds, nextLooks);
    }

    /** Has everything that this customer owes looked at on {@code day} at the latest. */
    @Transactional
    public void pull(UUID organisationId, UUID customerId, LocalDate day) {
        queries.pull(organisationId, customerId, day);
    }
}
