package io.huikuan.team;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/teams")
@Tag(name = "teams")
class TeamResource {
    private final TeamKeeping keeping;
    private final TeamQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    TeamResource(TeamKeeping keeping, TeamQueries queries, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewTeam")
    record NewTeam(
            @Nullable UUID id,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "East")
            String name,

            @Nullable UUID parentId,
            @Nullable @Schema(example = "li") String managerUsername) {}

    @Schema(name = "ChangedTeam")
    record ChangedTeam(
            @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") @Schema(example = "East")
            String name,

            @Nullable UUID parentId,
            @Nullable @Schema(example = "li") String managerUsername) {}

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Teams, by name")
    public Page<TeamView> listTeams(@BeanParam @Valid PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.text(0)).orElse(null);
        return Page.of(queries.list(after, page.rows()), page, team -> List.of(team.name()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One team")
    public RestResponse<TeamView> getTeam(@RestPath UUID id, @Context HttpHeaders headers) {
        var team = queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
        return conditional.answer(headers, team.version(), team);
    }

    @POST
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(summary = "Create a team")
    public RestResponse<TeamView> createTeam(@Valid @NotNull NewTeam request) {
        var wanted =
                new TeamKeeping.Wanted(request.id(), request.name(), request.parentId(), request.managerUsername());
        var team = keeping.create(viewer.get(), wanted, clock.instant());
        return conditional.created("/api/v1/teams/" + team.id(), team.version(), team);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Rename a team, move it, or give it another manager",
            description = "Only the fields that are sent are changed. A team cannot be moved below itself.")
    public RestResponse<TeamView> changeTeam(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull ChangedTeam request) {
        var change = new TeamKeeping.Wanted(null, request.name(), request.parentId(), request.managerUsername());
        var team = keeping.change(viewer.get(), id, ifMatch, change, clock.instant());
        return conditional.changed(team.version(), team);
    }
}
