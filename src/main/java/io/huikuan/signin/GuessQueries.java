package io.huikuan.signin;

import jakarta.persistence.EntityManager;
import org.hibernate.annotations.processing.SQL;

interface GuessQueries {
    EntityManager entityManager();

    @SQL("delete from rate_limit where expires_at < :nowMillis")
    int deleteFullBuckets(long nowMillis);
}
