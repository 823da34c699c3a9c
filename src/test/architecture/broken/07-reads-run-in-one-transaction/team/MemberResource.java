package sample.team;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/members")
@Authenticated
class MemberResource {
    @GET
    public int count() {
        return 0;
    }
}
