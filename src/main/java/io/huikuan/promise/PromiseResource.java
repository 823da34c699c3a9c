package io.huikuan.promise;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/promises")
@Tag(name = "promises")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PromiseResource {
    private final PromiseQueries queries;
    private final PromiseBook book;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    PromiseResource(PromiseQueries queries, PromiseBook book, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.book = book;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "Promises to pay, the one that is due first before the others")
    public Page<PromiseView> listPromises(
            @RestQuery @Nullable PromiseState state,
            @RestQuery @Nullable UUID customerId,
            @RestQuery @Nullable @Parameter(description = "Of which a part is promised.") UUID receivableId,
            @RestQuery @Nullable @Parameter(description = "Of this salesperson's customers.") UUID ownerId,
            @RestQuery @Nullable @Parameter(description = "Due on this day or earlier.", example = "2026-11-30")
                    LocalDate dueTo,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var after = page.cursor();
        var rows = queries.list(
                who.seesAll(),
                who.owners(),
                state,
                customerId,
                receivableId,
                ownerId,
                dueTo,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        var found = Page.of(rows, page, row -> List.of(row.promise().dueOn, row.promise().id));
        return found.with(book.views(found.items()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One promise to pay")
    public RestResponse<PromiseView> getPromise(@RestPath UUID id, @Context HttpHeaders headers) {
        var promise = book.view(viewer.get(), id).orElseThrow(NotFound::new);
        return conditional.answer(headers, promise.version(), promise);
    }
}
