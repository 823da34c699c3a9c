package io.huikuan.terms;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From when on a new version of a payment plan needs a second person. */
@ApplicationScoped
public class ReplanLimits {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final TermsQueries queries;
    private final AuditTrail audit;

    ReplanLimits(TermsQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * What one person may move alone.
     *
     * @param percent of the contract's amount; no limit where null
     * @param days by which what is due is put off; no limit where null
     */
    public record Limit(
            @Nullable BigDecimal percent, @Nullable Integer days) {
        static final Limit NONE = new Limit(null, null);

        /** @param daysLater empty where some of it loses its date */
        public boolean isExceededBy(Money moved, Money contract, Optional<Integer> daysLater) {
            boolean tooMuch = percent != null
                    && moved.amount()
                                    .multiply(WHOLE)
                                    .compareTo(contract.amount().multiply(percent))
                            > 0;
            boolean tooFar = days != null && daysLater.orElse(Integer.MAX_VALUE) > days;
            return tooMuch || tooFar;
        }
    }

    /** No limit at all before somebody has set one. */
    @Transactional
    public Limit limit(UUID organisationId) {
        return queries.limit(organisationId).stream()
                .findFirst()
                .map(row -> new Limit(row.percent(), row.days()))
                .orElse(Limit.NONE);
    }

    @Transactional
    public void set(Viewer viewer, Limit limit, Instant now) {
        var id = Ids.next();
        queries.setLimit(viewer.organisationId(), id, limit.percent(), limit.days(), viewer.userId(), now);
        var details = Map.of("percent", String.valueOf(limit.percent()), "days", String.valueOf(limit.days()));
        audit.record(viewer.organisationId(), viewer.userId(), "replan-limit.set", "replan-limit", id, details, now);
    }
}
