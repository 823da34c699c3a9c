package io.huikuan.audit;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/audit-events")
@Tag(name = "audit-events")
class AuditResource {
    private final AuditQueries queries;
    private final CurrentViewer viewer;

    AuditResource(AuditQueries queries, CurrentViewer viewer) {
        this.queries = queries;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Who changed what, newest first",
            description = "`from` and `to` are days of the organisation's zone, and belong to the period.")
    public Page<AuditEventView> listAuditEvents(
            @RestQuery @Nullable @Size(max = 64) @Parameter(example = "customer") String subject,
            @RestQuery @Nullable UUID subjectId,
            @RestQuery @Nullable UUID actorId,
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @BeanParam @Valid PageRequest page) {
        var zone = viewer.get().zone();
        var before = page.cursor();
        var rows = queries.list(
                subject,
                subjectId,
                actorId,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                before.map(cursor -> cursor.instant(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.event().recordedAt, row.event().id))
                .map(AuditEventView::of);
    }
}
