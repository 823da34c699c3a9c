package io.huikuan.dispute;

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

@Path("/disputes")
@Tag(name = "disputes")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class DisputeResource {
    private final DisputeQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    DisputeResource(DisputeQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "Disputes, the one that is due first before the others")
    public Page<DisputeView> listDisputes(
            @RestQuery @Nullable DisputeState state,
            @RestQuery @Nullable UUID customerId,
            @RestQuery @Nullable UUID receivableId,
            @RestQuery @Nullable @Parameter(description = "Of this salesperson's customers.") UUID ownerId,
            @RestQuery @Nullable @Parameter(description = "Those that this person has to clear up.") UUID handlerId,
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
                handlerId,
                dueTo,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.dispute().dueOn, row.dispute().id))
                .map(DisputeView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One dispute")
    public RestResponse<DisputeView> getDispute(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var dispute = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(DisputeView::of)
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, dispute.version(), dispute);
    }
}
