package io.huikuan.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, in the transaction of the deed. */
@ApplicationScoped
public class AuditTrail {
    private final AuditQueries queries;
    private final ObjectMapper mapper;

    AuditTrail(AuditQueries queries, ObjectMapper mapper) {
        this.queries = queries;
        this.mapper = mapper;
    }

    /**
     * One deed among many of a kind.
     *
     * @param details the values that matter: never a password, token or whole document
     */
    public record Event(UUID subjectId, Map<String, ?> details) {}

    /**
     * @param actorId who did it; null for the system itself
     * @param action what was done, {@code room.verb}, such as {@code payment.reversed}
     * @param subject the kind of thing it was done to, such as {@code payment}
     * @param details the values that matter: never a password, token or whole document
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            UUID organisationId,
            @Nullable UUID actorId,
            String action,
            String subject,
            UUID subjectId,
            Map<String, ?> details,
            Instant now) {
        queries.add(organisationId, Ids.next(), actorId, action, subject, subjectId, written(action, details), now);
    }

    /** The same of many subjects at once, with one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(
            UUID organisationId,
            @Nullable UUID actorId,
            String action,
            String subject,
            List<Event> events,
            Instant now) {
        if (events.isEmpty()) {
            return;
        }
        queries.addAll(
                organisationId,
                events.stream().map(_ -> Ids.next()).toArray(UUID[]::new),
                actorId,
                action,
                subject,
                events.stream().map(Event::subjectId).toArray(UUID[]::new),
                events.stream().map(event -> written(action, event.details())).toArray(String[]::new),
                now);
    }

    private String written(String action, Map<String, ?> details) {
        try {
            return mapper.writeValueAsString(details);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("audit details that are no JSON: " + action, unwritable);
        }
    }
}
