package io.huikuan.interest;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes down what was agreed about being late. */
@ApplicationScoped
public class InterestTermsKeeping {
    private final InterestTermsHistory history;
    private final InterestQueries queries;
    private final AuditTrail audit;

    InterestTermsKeeping(InterestTermsHistory history, InterestQueries queries, AuditTrail audit) {
        this.history = history;
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * From their first evening on they take the place of whatever held until then; for the same evening, what is recorded last counts.
     *
     * @throws InvalidRequest when the contract is not there
     * @throws AlreadyExists when other terms have the id
     */
    @Transactional
    public UUID record(Viewer viewer, NewInterestTerms wanted, Instant now) {
        if (wanted.contractId() != null
                && queries.contract(viewer.organisationId(), wanted.contractId())
                        .isEmpty()) {
            throw InvalidRequest.field("/contractId", "document-unknown");
        }
        var id = Ids.orNext(wanted.id());
        if (history.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        history.persistAndFlush(new InterestTerms(id, wanted, viewer.userId(), now));
        var details = Map.of(
                "contract",
                        wanted.contractId() == null ? "" : wanted.contractId().toString(),
                "validFrom", wanted.validFrom().toString(),
                "annualPercent", wanted.terms().annualPercent().toPlainString());
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "interest-terms.recorded",
                "interest-terms",
                id,
                details,
                now);
        return id;
    }
}
