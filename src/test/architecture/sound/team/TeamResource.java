package sample.team;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import sample.platform.Reading;
import sample.rules.Money;

@Path("/teams")
class TeamResource {
    record Aim(UUID team, Money target) {}

    private final TeamKeeping keeping;
    private final TeamQueries queries;
    private final Clock clock;

    TeamResource(TeamKeeping keeping, TeamQueries queries, Clock clock) {
        this.keeping = keeping;
        this.queries = queries;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("MANAGER")
    @Reading
    public List<UUID> all() {
        return queries.ids();
    }

    @PUT
    @RolesAllowed("MANAGER")
    public void aim(Aim aim) {
        keeping.aim(aim.team(), aim.target(), clock.instant());
    }

    @GET
    @Path("/motto")
    @PermitAll
    public String motto() {
        return "together";
    }
}
