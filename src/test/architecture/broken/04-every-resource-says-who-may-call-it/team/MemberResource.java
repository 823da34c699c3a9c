package sample.team;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/members")
class MemberResource {
    @POST
    public void join() {}

    @PUT
    @Authenticated
    public void leave() {}
}
