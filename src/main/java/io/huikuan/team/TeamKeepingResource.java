package io.huikuan.team;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
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
class TeamKeepingResource {
    private final TeamKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    TeamKeepingResource(
            TeamKeeping keeping, Idempotency idempotency, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
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

    @POST
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(summary = "Create a team")
    public RestResponse<TeamView> createTeam(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewTeam request) {
        var who = viewer.get();
        var now = clock.instant();
        var wanted =
                new TeamKeeping.Wanted(request.id(), request.name(), request.parentId(), request.managerUsername());
        return idempotency.once(who, key, "createTeam", request, now, TeamView.class, () -> {
            var team = keeping.create(who, wanted, now);
            return new Idempotency.Answer<>(team, team.version(), "/api/v1/teams/" + team.id());
        });
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
