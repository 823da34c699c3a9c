package io.huikuan.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
        try {
            queries.add(
                    organisationId,
                    Ids.next(),
                    actorId,
                    action,
                    subject,
                    subjectId,
                    mapper.writeValueAsString(details),
                    now);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("audit details that are no JSON: " + action, unwritable);
        }
    }

    /** The same done to many, in one statement; without details. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(
            UUID organisationId,
            @Nullable UUID actorId,
            String action,
            String subject,
            Collection<UUID> subjectIds,
            Instant now) {
        if (subjectIds.isEmpty()) {
            return;
        }
        var ids = Stream.generate(Ids::next).limit(subjectIds.size()).toArray(UUID[]::new);
        queries.addAll(organisationId, ids, actorId, action, subject, subjectIds.toArray(UUID[]::new), now);
    }
}
