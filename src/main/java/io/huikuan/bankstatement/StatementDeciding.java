package io.huikuan.bankstatement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whose money a line is. Who decides holds the line: the second of two finds it decided. */
@ApplicationScoped
public class StatementDeciding {
    private final StatementLines lines;
    private final StatementLineQueries queries;
    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final AuditTrail audit;

    StatementDeciding(
            StatementLines lines,
            StatementLineQueries queries,
            EntityManager entities,
            ObjectMapper mapper,
            AuditTrail audit) {
        this.lines = lines;
        this.queries = queries;
        this.entities = entities;
        this.mapper = mapper;
        this.audit = audit;
    }

    /**
     * A line that is held until the transaction ends.
     *
     * @param earlierRecordings how often a payment was recorded from it before, and it was opened again
     */
    public record Held(OpenLine line, long earlierRecordings) {}

    /**
     * Keeps everybody else from deciding upon the line until the transaction ends.
     *
     * @throws NotFound when it is not there
     * @throws StatementLineDecided when somebody has decided already
     */
    @Transactional(TxType.MANDATORY)
    public Held hold(Viewer viewer, UUID id) {
        var line = locked(id);
        line.requireUndecided();
        return new Held(OpenLine.of(line), queries.countRecordings(viewer.organisationId(), id));
    }

    /**
     * Keeps everybody else from the line until the transaction ends, whether somebody has decided upon it or not.
     *
     * @return its version
     * @throws NotFound when it is not there
     */
    @Transactional(TxType.MANDATORY)
    public long lock(UUID id) {
        return locked(id).version;
    }

    /** The line is these payments, which add up to it and are in the books; the line is held. */
    @Transactional(TxType.MANDATORY)
    public void match(Viewer viewer, UUID id, List<MatchedPart> parts, Instant now) {
        var line = locked(id);
        var decision = decide(viewer, line, StatementDecision.Kind.MATCHED, null, now);
        for (int ordinal = 0; ordinal < parts.size(); ordinal++) {
            var part = parts.get(ordinal);
            entities.persist(new StatementPart(Ids.next(), decision.id, ordinal, part, written(part)));
        }
        line.match(decision);
        record(viewer, line, "bankstatement.matched", null, parts, now);
    }

    /**
     * The line is no customer's money.
     *
     * @throws StatementLineDecided when somebody has decided already
     */
    @Transactional
    public void refuse(Viewer viewer, UUID id, String reason, Instant now) {
        var line = locked(id);
        line.requireUndecided();
        line.refuse(decide(viewer, line, StatementDecision.Kind.REFUSED, reason, now));
        record(viewer, line, "bankstatement.refused", reason, List.of(), now);
    }

    /**
     * Takes a decision back. A payment that was in the books before the line was matched to it stays there, and may be matched anew.
     *
     * @throws StatementLineUndecided when there is none
     * @throws MatchedPaymentStands while a payment that the match recorded, confirmed or cleared has not been reversed: what it booked
     *     rests on this line
     */
    @Transactional
    public void reopen(Viewer viewer, UUID id, String reason, Instant now) {
        var line = locked(id);
        if (line.state == StatementLineState.MATCHED
                && line.decisionId != null
                && !queries.standing(viewer.organisationId(), line.decisionId).isEmpty()) {
            throw new MatchedPaymentStands();
        }
        line.reopen(decide(viewer, line, StatementDecision.Kind.REOPENED, reason, now));
        record(viewer, line, "bankstatement.reopened", reason, List.of(), now);
    }

    private StatementLine locked(UUID id) {
        return lines.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    private StatementDecision decide(
            Viewer viewer, StatementLine line, StatementDecision.Kind kind, @Nullable String reason, Instant now) {
        var decision = new StatementDecision(Ids.next(), line.id, kind, reason, viewer.userId(), now);
        entities.persist(decision);
        return decision;
    }

    private void record(
            Viewer viewer,
            StatementLine line,
            String action,
            @Nullable String reason,
            List<MatchedPart> parts,
            Instant now) {
        lines.flush();
        var details = new HashMap<String, Object>();
        details.put("account", line.account);
        details.put("bankReference", line.bankReference);
        details.put("amount", line.money().toString());
        if (reason != null) {
            details.put("reason", reason);
        }
        if (!parts.isEmpty()) {
            details.put("payments", parts.stream().map(MatchedPart::paymentId).toList());
        }
        audit.record(viewer.organisationId(), viewer.userId(), action, "bank-statement-line", line.id, details, now);
    }

    private String written(MatchedPart part) {
        try {
            return mapper.writeValueAsString(
                    part.evidence().stream().map(EvidenceView::of).toList());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
