package io.huikuan.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells who is called in when a salesperson's collection escalates. */
@ApplicationScoped
public class Escalation {
    /**
     * @param owner empty where the owner has left
     * @param manager of the owner's team, or of the team above where the owner manages it
     * @param director the manager of the team above that
     */
    public record Chain(Optional<UUID> owner, Optional<UUID> manager, Optional<UUID> director) {}

    private final TeamQueries queries;

    Escalation(TeamQueries queries) {
        this.queries = queries;
    }

    /** By owner; every owner that exists has a chain, perhaps an empty one. */
    @Transactional
    public Map<UUID, Chain> chains(UUID organisationId, Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return queries.chains(organisationId, owners.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(
                        TeamQueries.Chain::ownerId,
                        row -> new Chain(
                                row.active() ? Optional.of(row.ownerId()) : Optional.empty(),
                                Optional.ofNullable(row.managerId()),
                                Optional.ofNullable(row.directorId()))));
    }

    /** Who is spoken to about these owners' receivables. */
    @Transactional
    public Audiences audiences(UUID organisationId, Collection<UUID> owners) {
        return new Audiences(chains(organisationId, owners), finance(organisationId));
    }

    /** Everybody active with the finance role. */
    @Transactional
    public List<UUID> finance(UUID organisationId) {
        return queries.finance(organisationId);
    }

    /** Everybody active who sees the owner's customers and may decide on what somebody else proposes: finance, admins and managers. */
    @Transactional
    public List<UUID> deciders(UUID organisationId, UUID ownerId) {
        return queries.deciders(organisationId, ownerId);
    }
}
