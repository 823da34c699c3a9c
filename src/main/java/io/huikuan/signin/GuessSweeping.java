package io.huikuan.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Deletes what slows nobody down any more. */
@ApplicationScoped
public class GuessSweeping {
    private final GuessQueries queries;

    GuessSweeping(GuessQueries queries) {
        this.queries = queries;
    }

    /** @param nowMillis buckets of attempts that are full again by then go */
    @Transactional
    public void forgetFullBuckets(long nowMillis) {
        queries.deleteFullBuckets(nowMillis);
    }
}
