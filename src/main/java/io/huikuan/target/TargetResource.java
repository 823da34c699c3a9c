package io.huikuan.target;

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

@Path("/channel-targets")
@Tag(name = "channel-targets")
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
class TargetResource {
    private final TargetQueries queries;
    private final Conditional conditional;

    TargetResource(TargetQueries queries, Conditional conditional) {
        this.queries = queries;
        this.conditional = conditional;
    }

    @GET
    @Reading
    @Operation(summary = "Robots and webhooks that the organisation has told, by name")
    public Page<TargetView> listChannelTargets(@BeanParam @Valid PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.text(0)).orElse(null);
        return Page.of(queries.list(after, page.rows()), page, target -> List.of(target.name()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One robot or webhook")
    public RestResponse<TargetView> getChannelTarget(@RestPath UUID id, @Context HttpHeaders headers) {
        var target = queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
        return conditional.answer(headers, target.version(), target);
    }
}
