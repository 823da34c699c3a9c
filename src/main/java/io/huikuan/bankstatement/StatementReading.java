package io.huikuan.bankstatement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.bankstatement.StatementLineView.DecisionView;
import io.huikuan.bankstatement.StatementLineView.PartView;
import io.huikuan.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows lines; who asks may see the whole organisation. */
@ApplicationScoped
public class StatementReading {
    private final StatementLineQueries queries;
    private final ObjectMapper mapper;

    StatementReading(StatementLineQueries queries, ObjectMapper mapper) {
        this.queries = queries;
        this.mapper = mapper;
    }

    /**
     * What a line says, whether somebody has decided upon it or not.
     *
     * @throws NotFound when it is not there
     */
    @Transactional(TxType.MANDATORY)
    public OpenLine line(UUID id) {
        return OpenLine.of(find(id));
    }

    /**
     * A line with everything that was decided about it, the evidence in words of this language.
     *
     * @throws NotFound when it is not there
     */
    @Transactional(TxType.MANDATORY)
    public StatementLineView view(UUID id, Locale locale) {
        var line = find(id);
        var parts = queries.parts(id).stream()
                .collect(Collectors.groupingBy(
                        row -> row.part().decisionId,
                        Collectors.mapping(row -> part(row, locale), Collectors.toList())));
        var decisions =
                queries.decisions(id).stream().map(row -> decision(row, parts)).toList();
        return StatementLineView.of(line, decisions);
    }

    private StatementLine find(UUID id) {
        return queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private static DecisionView decision(StatementLineQueries.Decided row, Map<UUID, List<PartView>> parts) {
        var decision = row.decision();
        return new DecisionView(
                decision.id,
                decision.kind,
                decision.reason,
                decision.decidedBy,
                row.decidedByName(),
                decision.decidedAt,
                parts.getOrDefault(decision.id, List.of()));
    }

    private PartView part(StatementLineQueries.Part row, Locale locale) {
        var part = row.part();
        return new PartView(
                part.customerId,
                row.customerName(),
                part.paymentId,
                part.booked,
                part.money(),
                Stream.of(read(part)).map(evidence -> evidence.in(locale)).toList());
    }

    private EvidenceView[] read(StatementPart part) {
        try {
            return mapper.readValue(part.evidence, EvidenceView[].class);
        } catch (JsonProcessingException outdated) {
            throw new IllegalStateException("stored evidence no longer fits", outdated);
        }
    }
}
