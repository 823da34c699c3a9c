package io.huikuan.account;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/users")
@Tag(name = "users")
class UserResource {
    private final UserQueries queries;
    private final Conditional conditional;

    UserResource(UserQueries queries, Conditional conditional) {
        this.queries = queries;
        this.conditional = conditional;
    }

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "People who sign in, by user name")
    public Page<UserView> listUsers(
            @RestQuery @Nullable UUID teamId, @RestQuery @Nullable Boolean active, @BeanParam @Valid PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.text(0)).orElse(null);
        return Page.of(queries.list(teamId, active, after, page.rows()), page, user -> List.of(user.username))
                .map(UserView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One person who signs in")
    public RestResponse<UserView> getUser(@RestPath UUID id, @Context HttpHeaders headers) {
        var user = queries.byId(id).stream().map(UserView::of).findFirst().orElseThrow(NotFound::new);
        return conditional.answer(headers, user.version(), user);
    }
}
