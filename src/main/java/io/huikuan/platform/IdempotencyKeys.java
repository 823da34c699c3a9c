package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

@ApplicationScoped
public class IdempotencyKeys {
    private final IdempotencyQueries queries;

    IdempotencyKeys(IdempotencyQueries queries) {
        this.queries = queries;
    }

    @Transactional
    public void forgetBefore(Instant before) {
        queries.deleteOlderThan(before);
    }
}
