package sample.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

@Path("/members")
@RolesAllowed("MANAGER")
public class MemberResource {}
