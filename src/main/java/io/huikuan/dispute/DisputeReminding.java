package io.huikuan.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Sees to it that no dispute is forgotten: only a decision ends what it holds. */
@ApplicationScoped
public class DisputeReminding {
    private static final int PAGE = 100;

    private final DisputeQueries queries;
    private final DisputeNews news;

    DisputeReminding(DisputeQueries queries, DisputeNews news) {
        this.queries = queries;
        this.news = news;
    }

    /**
     * Tells of a page of disputes that are not cleared up though their day is over, each once for that day, whoever asks.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean remind(UUID organisationId, LocalDate today, Instant now) {
        var overdue = queries.overdue(organisationId, today, PAGE);
        overdue.forEach(each -> news.overdue(organisationId, each, today, now));
        return overdue.size() == PAGE;
    }
}
