package io.huikuan.performance;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/performance/promises")
@Tag(name = "performance")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PromiseRateResource {
    private final PromiseRateQueries queries;
    private final CurrentViewer viewer;

    PromiseRateResource(PromiseRateQueries queries, CurrentViewer viewer) {
        this.queries = queries;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(
            summary = "Which part of what was promised was kept",
            description =
                    "`PTP_KEPT` of the promises that were given for a day from `from` to `to`, as it stands now. Those that are "
                            + "open, lapsed, replaced or withdrawn count neither way.")
    public PromiseRateView getPromiseRate(
            @RestQuery @NotNull LocalDate from,
            @RestQuery @NotNull LocalDate to,
            @RestQuery @DefaultValue("NONE") PromiseGrouping groupBy) {
        var who = viewer.get();
        requireInOrder(from, to);
        var parts = queries.parts(who.organisationId(), who.seesAll(), who.owners(), from, to, groupBy.name());
        return PromiseRateView.of(from, to, groupBy, parts);
    }

    @GET
    @Path("/rows")
    @Reading
    @Operation(
            summary = "The promises behind the rate of kept promises",
            description = "They add up to the numbers of the same filters.")
    public Page<PromiseRateLine> listPromiseRateRows(
            @RestQuery @NotNull LocalDate from,
            @RestQuery @NotNull LocalDate to,
            @RestQuery @DefaultValue("NONE") PromiseGrouping groupBy,
            @RestQuery @Nullable @Parameter(description = "The `id` of one group of `groupBy`.", example = "2026-06")
                    String group,
            @RestQuery @Nullable @Parameter(example = "CNY") String currency,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        requireInOrder(from, to);
        var after = page.cursor();
        var lines = queries.lines(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                from,
                to,
                groupBy.name(),
                group,
                currency,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(lines, page, line -> List.of(line.dueOn(), line.id())).map(PromiseRateLine::of);
    }

    private static void requireInOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw InvalidRequest.field("/to", "must-not-be-before", from);
        }
    }
}
