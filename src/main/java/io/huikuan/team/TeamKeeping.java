package io.huikuan.team;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the team tree. */
@ApplicationScoped
public class TeamKeeping {
    /** What of a team is given; on a change, what is absent stays. */
    public record Wanted(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable UUID parentId,
            @Nullable String managerUsername) {}

    private final Teams teams;
    private final TeamQueries queries;
    private final UserDirectory users;
    private final AuditTrail audit;
    private final Conditional conditional;

    TeamKeeping(Teams teams, TeamQueries queries, UserDirectory users, AuditTrail audit, Conditional conditional) {
        this.teams = teams;
        this.queries = queries;
        this.users = users;
        this.audit = audit;
        this.conditional = conditional;
    }

    /** @throws AlreadyExists when the name is taken */
    @Transactional
    public TeamView create(Viewer viewer, Wanted wanted, Instant now) {
        var name = requireFree(wanted.name());
        if (wanted.id() != null && teams.findByIdOptional(wanted.id()).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var team =
                new Team(Ids.orNext(wanted.id()), name, parent(wanted.parentId()), manager(wanted.managerUsername()));
        teams.persistAndFlush(team);
        audit.record(
                viewer.organisationId(), viewer.userId(), "team.created", "team", team.id, Map.of("name", name), now);
        return view(team.id);
    }

    /** @throws TeamCycle when the new parent is the team itself or below it */
    @Transactional
    public TeamView change(Viewer viewer, UUID id, @Nullable String ifMatch, Wanted change, Instant now) {
        var team = teams.findByIdOptional(id).orElseThrow(NotFound::new);
        conditional.require(ifMatch, team.version, change, () -> view(id));
        if (change.name() != null && !change.name().equals(team.name)) {
            team.rename(requireFree(change.name()));
        }
        var parentId = parent(change.parentId());
        if (parentId != null) {
            if (queries.above(viewer.organisationId(), parentId).contains(id)) {
                throw new TeamCycle();
            }
            team.putUnder(parentId);
        }
        var managerId = manager(change.managerUsername());
        if (managerId != null) {
            team.appoint(managerId);
        }
        teams.flush();
        var details = Map.of(
                "name", team.name, "parent", String.valueOf(team.parentId), "manager", String.valueOf(team.managerId));
        audit.record(viewer.organisationId(), viewer.userId(), "team.changed", "team", id, details, now);
        return view(id);
    }

    private TeamView view(UUID id) {
        return queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private String requireFree(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw InvalidRequest.field("/name", "required");
        }
        if (queries.countByName(name) > 0) {
            throw new AlreadyExists("/name");
        }
        return name;
    }

    private @Nullable UUID parent(@Nullable UUID parentId) {
        if (parentId != null && teams.findByIdOptional(parentId).isEmpty()) {
            throw InvalidRequest.field("/parentId", "team-unknown");
        }
        return parentId;
    }

    private @Nullable UUID manager(@Nullable String username) {
        if (username == null) {
            return null;
        }
        return users.byUsername(username)
                .filter(UserView::active)
                .map(UserView::id)
                .orElseThrow(() -> InvalidRequest.field("/managerUsername", "user-unknown"));
    }
}
