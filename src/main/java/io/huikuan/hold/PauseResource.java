package io.huikuan.hold;

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
import java.time.Clock;
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

@Path("/pauses")
@Tag(name = "pauses")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PauseResource {
    private final PauseQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    PauseResource(PauseQueries queries, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(summary = "Agreed pauses, the latest first")
    public Page<PauseView> listPauses(
            @RestQuery PauseView.@Nullable State state,
            @RestQuery @Nullable UUID customerId,
            @RestQuery @Nullable @Parameter(description = "Also pauses of all that its customer owes.")
                    UUID receivableId,
            @RestQuery @Nullable @Parameter(description = "Of this salesperson's customers.") UUID ownerId,
            @RestQuery
                    @Nullable
                    @Parameter(description = "Whose last day is this one or earlier.", example = "2026-12-31")
                    LocalDate dueTo,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var today = who.today(clock);
        var before = page.cursor();
        var rows = queries.list(
                who.seesAll(),
                who.owners(),
                state == null ? null : state.name(),
                today,
                customerId,
                receivableId,
                ownerId,
                dueTo,
                before.map(cursor -> cursor.instant(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.pause().agreedAt, row.pause().id))
                .map(row -> PauseView.of(row, today));
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One pause")
    public RestResponse<PauseView> getPause(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var pause = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(row -> PauseView.of(row, who.today(clock)))
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, pause.version(), pause);
    }
}
