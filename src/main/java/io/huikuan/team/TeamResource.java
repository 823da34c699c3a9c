package io.huikuan.team;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/teams")
@Tag(name = "teams")
class TeamResource {
    private final TeamQueries queries;
    private final Conditional conditional;

    TeamResource(TeamQueries queries, Conditional conditional) {
        this.queries = queries;
        this.conditional = conditional;
    }

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
}
