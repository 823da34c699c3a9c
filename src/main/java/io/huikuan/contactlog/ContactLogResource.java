package io.huikuan.contactlog;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
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

@Path("/contact-logs")
@Tag(name = "contact-logs")
class ContactLogResource {
    private final ContactLogQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    ContactLogResource(ContactLogQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Calls, visits and messages, newest first", description = "Of each its latest version.")
    public Page<ContactLogView> listContactLogs(
            @RestQuery @Nullable UUID customerId,
            @RestQuery @Nullable UUID receivableId,
            @RestQuery @Nullable UUID authorId,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var before = page.cursor();
        var rows = queries.list(
                who.seesAll(),
                who.owners(),
                customerId,
                receivableId,
                authorId,
                before.map(cursor -> cursor.instant(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.log().happenedAt, row.log().id))
                .map(row -> ContactLogView.of(row, null));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One contact, in any of its versions")
    public RestResponse<ContactLogView> getContactLog(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var row = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var versions = queries.versions(row.log().originalId);
        return conditional.answer(headers, versions.size(), ContactLogView.of(row, versions));
    }
}
