package io.huikuan.bankstatement;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes lines of bank statements in by the hundred; those that are there already stay as they are. */
@ApplicationScoped
public class StatementIntake {
    /** What became of a line. */
    public enum Outcome {
        CREATED,
        /** It was there already, just like that. */
        UNCHANGED,
        /** The account has another line of this bank reference; it stays as it is. */
        DIFFERS
    }

    private record Key(String account, String bankReference) {}

    private final StatementLineQueries queries;
    private final AuditTrail audit;

    StatementIntake(StatementLineQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * @param actorId who imports; null for the system itself
     * @return in the order of {@code wanted}; of two lines of one name the first is taken
     */
    @Transactional
    public List<Outcome> takeIn(
            UUID organisationId, @Nullable UUID actorId, List<NewStatementLine> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var ids = wanted.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
        var created = new HashSet<>(queries.takeIn(
                organisationId,
                ids,
                wanted.stream().map(NewStatementLine::account).toArray(String[]::new),
                wanted.stream().map(NewStatementLine::bankReference).toArray(String[]::new),
                wanted.stream().map(NewStatementLine::valueDate).toArray(LocalDate[]::new),
                wanted.stream().map(line -> line.amount().amount()).toArray(BigDecimal[]::new),
                wanted.stream().map(line -> line.amount().currency()).toArray(String[]::new),
                wanted.stream().map(NewStatementLine::payerName).toArray(String[]::new),
                wanted.stream().map(NewStatementLine::payerAccount).toArray(String[]::new),
                wanted.stream().map(NewStatementLine::remittance).toArray(String[]::new),
                actorId,
                now));
        var known = created.size() == ids.length ? Map.<Key, NewStatementLine>of() : known(organisationId, wanted);
        var outcomes = new ArrayList<Outcome>();
        var events = new ArrayList<AuditTrail.Event>();
        for (int i = 0; i < ids.length; i++) {
            var line = wanted.get(i);
            if (created.contains(ids[i])) {
                outcomes.add(Outcome.CREATED);
                events.add(new AuditTrail.Event(
                        ids[i],
                        Map.of(
                                "account", line.account(),
                                "bankReference", line.bankReference(),
                                "amount", line.amount().toString())));
            } else {
                boolean same = line.equals(known.get(new Key(line.account(), line.bankReference())));
                outcomes.add(same ? Outcome.UNCHANGED : Outcome.DIFFERS);
            }
        }
        audit.recordAll(organisationId, actorId, "bankstatement.imported", "bank-statement-line", events, now);
        return outcomes;
    }

    private Map<Key, NewStatementLine> known(UUID organisationId, List<NewStatementLine> wanted) {
        var known = new HashMap<Key, NewStatementLine>();
        queries.known(
                        organisationId,
                        wanted.stream().map(NewStatementLine::account).toArray(String[]::new),
                        wanted.stream().map(NewStatementLine::bankReference).toArray(String[]::new))
                .forEach(line -> known.put(
                        new Key(line.account(), line.bankReference()),
                        new NewStatementLine(
                                line.account(),
                                line.bankReference(),
                                line.valueDate(),
                                Money.of(line.amount(), line.currency()),
                                line.payerName(),
                                line.payerAccount(),
                                line.remittance())));
        return known;
    }
}
