package io.huikuan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Takes back what need not be told any more. */
@ApplicationScoped
public class NoticeClosing {
    private final NoticeQueries queries;

    NoticeClosing(NoticeQueries queries) {
        this.queries = queries;
    }

    /** Marks everything that was told of these receivables as done; runs in the transaction that settles them. */
    @Transactional
    public void close(UUID organisationId, Collection<UUID> receivableIds, Instant now) {
        if (!receivableIds.isEmpty()) {
            queries.close(organisationId, receivableIds.toArray(UUID[]::new), now);
        }
    }
}
