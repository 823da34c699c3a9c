package io.huikuan.performance;

import io.huikuan.platform.AsOf;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.rules.CollectionFormula;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/performance/collection-rate")
@Tag(name = "performance")
class CollectionRateResource {
    private final CollectionRateQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    CollectionRateResource(CollectionRateQueries queries, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Which part of what was due has come in",
            description =
                    "`CR_DUE`: collected by `asOf`. `CR_TIMELY`: collected by the due date. Both of what was "
                            + "due from `from` to `to`; `asOf` is the last day of these where absent, but not later than today.")
    public CollectionRateView getCollectionRate(
            @RestQuery @DefaultValue("CR_DUE") CollectionFormula formula,
            @RestQuery @NotNull LocalDate from,
            @RestQuery @NotNull LocalDate to,
            @BeanParam AsOf asOf,
            @RestQuery
                    @DefaultValue("PRESENT")
                    @Parameter(
                            description =
                                    "`PRESENT`: by the due dates that hold. `ORIGINAL`: by what was billed first, however "
                                            + "it was put off or divided since.")
                    PlanBasis plan,
            @RestQuery @DefaultValue("NONE") Grouping groupBy) {
        var who = viewer.get();
        var day = dayOf(from, to, asOf, who.today(clock));
        var parts = queries.parts(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                formula.name(),
                from,
                to,
                plan.name(),
                day,
                asOf.moment(),
                groupBy.name());
        var rows = parts.stream().map(CollectionRateView.Row::of).toList();
        return new CollectionRateView(formula, from, to, day, asOf.knownAt(), plan, groupBy, rows);
    }

    @GET
    @Path("/receivables")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "The receivables behind the collection rate",
            description = "They add up to the numbers of the same filters.")
    public Page<CollectionRateLine> listCollectionRateReceivables(
            @RestQuery @DefaultValue("CR_DUE") CollectionFormula formula,
            @RestQuery @NotNull LocalDate from,
            @RestQuery @NotNull LocalDate to,
            @BeanParam AsOf asOf,
            @RestQuery
                    @DefaultValue("PRESENT")
                    @Parameter(
                            description =
                                    "`PRESENT`: by the due dates that hold. `ORIGINAL`: by what was billed first, however "
                                            + "it was put off or divided since.")
                    PlanBasis plan,
            @RestQuery @DefaultValue("NONE") Grouping groupBy,
            @RestQuery @Nullable @Parameter(description = "The `id` of one group of `groupBy`.", example = "2026-06")
                    String group,
            @RestQuery @Nullable @Parameter(example = "CNY") String currency,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var after = page.cursor();
        var lines = queries.lines(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                formula.name(),
                from,
                to,
                plan.name(),
                dayOf(from, to, asOf, who.today(clock)),
                asOf.moment(),
                groupBy.name(),
                group,
                currency,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                after.map(cursor -> cursor.id(2)).orElse(null),
                page.rows());
        return Page.of(lines, page, line -> List.of(line.dueOn(), line.id(), line.ownerId()))
                .map(CollectionRateLine::of);
    }

    private static LocalDate dayOf(LocalDate from, LocalDate to, AsOf asOf, LocalDate today) {
        if (to.isBefore(from)) {
            throw InvalidRequest.field("/to", "must-not-be-before", from);
        }
        return asOf.day(to.isBefore(today) ? to : today);
    }
}
