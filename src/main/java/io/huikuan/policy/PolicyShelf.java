package io.huikuan.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.rules.ReminderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Policies as those who follow them need them. */
@ApplicationScoped
public class PolicyShelf {
    private final PolicyQueries queries;
    private final ObjectMapper mapper;

    PolicyShelf(PolicyQueries queries, ObjectMapper mapper) {
        this.queries = queries;
        this.mapper = mapper;
    }

    /** Each in its present version; the id of the rule is the UUID as text. What is not there is left out. */
    @Transactional
    public Map<UUID, ReminderPolicy> latest(UUID organisationId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : queries.latest(organisationId, ids.toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(PolicyQueries.Row::id, this::read));
    }

    /** What a policy says in its present version. */
    @Transactional
    public Optional<WantedLadder> ladder(UUID organisationId, UUID id) {
        return queries.latest(organisationId, new UUID[] {id}).stream()
                .findFirst()
                .map(row -> ladder(row.ladder()));
    }

    ReminderPolicy read(PolicyQueries.Row row) {
        return ladder(row.ladder()).kept(row.id().toString(), row.number());
    }

    /** A ladder as {@link #written} has put it down. */
    public WantedLadder ladder(String written) {
        try {
            return mapper.readValue(written, WantedLadder.class);
        } catch (JsonProcessingException outdated) {
            throw new IllegalStateException("a stored reminder ladder no longer fits its form", outdated);
        }
    }

    /** As JSON, for a table. */
    public String written(WantedLadder ladder) {
        try {
            return mapper.writeValueAsString(ladder);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    PolicyView view(PolicyQueries.Row row) {
        return PolicyView.of(row, read(row));
    }
}
