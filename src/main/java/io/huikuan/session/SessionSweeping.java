package io.huikuan.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Deletes what no longer signs anybody in. */
@ApplicationScoped
public class SessionSweeping {
    private final SessionQueries queries;

    SessionSweeping(SessionQueries queries) {
        this.queries = queries;
    }

    @Transactional
    public void forgetEndedBefore(Instant before) {
        queries.deleteEndedBefore(before);
    }
}
