package io.huikuan.performance;

import io.huikuan.currency.ReportingRates;
import io.huikuan.platform.AsOf;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.rules.AgeingBucket;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/performance/ageing")
@Tag(name = "performance")
class AgeingResource {
    static final String[] BUCKETS =
            Arrays.stream(AgeingBucket.values()).map(Enum::name).toArray(String[]::new);
    static final Integer[] LOWER_BOUNDS = Arrays.stream(AgeingBucket.values())
            .skip(1)
            .map(AgeingBucket::fewestDaysPastDue)
            .toArray(Integer[]::new);

    private final AgeingQueries queries;
    private final ReportingRates rates;
    private final CurrentViewer viewer;
    private final Clock clock;

    AgeingResource(AgeingQueries queries, ReportingRates rates, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.rates = rates;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "What is open as of a day, by days past due", description = "Today where no day is given.")
    public AgeingView getAgeing(
            @BeanParam AsOf asOf,
            @RestQuery @DefaultValue("NONE") AgeingGrouping groupBy,
            @RestQuery
                    @Nullable
                    @Parameter(
                            description = "Also give what is open in this currency, with the rates used.",
                            example = "CNY")
                    String reportingCurrency) {
        var who = viewer.get();
        var day = asOf.day(who.today(clock));
        var parts = queries.parts(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                day,
                asOf.moment(),
                BUCKETS,
                LOWER_BOUNDS,
                groupBy.name());
        var secured =
                queries.secured(who.organisationId(), who.seesAll(), who.owners(), day, asOf.moment(), groupBy.name());
        var ageing = AgeingView.of(day, asOf.knownAt(), groupBy, parts, secured);
        var open = ageing.totals().stream().map(AgeingView.Total::open).toList();
        return ageing.with(rates.total(who.organisationId(), open, reportingCurrency, day, asOf.knownAt()));
    }

    @GET
    @Path("/receivables")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "The receivables behind the ageing",
            description = "They add up to the numbers of the same filters.")
    public Page<AgeingLine> listAgeingReceivables(
            @BeanParam AsOf asOf,
            @RestQuery @DefaultValue("NONE") AgeingGrouping groupBy,
            @RestQuery
                    @Nullable
                    @Parameter(
                            description = "The `id` of one group of `groupBy`.",
                            example = "019a0b5e-7c1d-7e2f-8a3b-4c5d6e7f8091")
                    String group,
            @RestQuery @Nullable AgeingBucket bucket,
            @RestQuery @Nullable @Parameter(example = "CNY") String currency,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var day = asOf.day(who.today(clock));
        var after = page.cursor();
        var lines = queries.lines(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                day,
                asOf.moment(),
                groupBy.name(),
                group,
                currency,
                bucket == null ? null : earliestDueOn(bucket, day),
                bucket == null ? null : latestDueOn(bucket, day),
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(lines, page, line -> List.of(line.dueOn(), line.id())).map(line -> AgeingLine.of(line, day));
    }

    private static @Nullable LocalDate earliestDueOn(AgeingBucket bucket, LocalDate asOf) {
        return bucket.mostDaysPastDue() == Integer.MAX_VALUE ? null : asOf.minusDays(bucket.mostDaysPastDue());
    }

    private static @Nullable LocalDate latestDueOn(AgeingBucket bucket, LocalDate asOf) {
        return bucket.fewestDaysPastDue() == Integer.MIN_VALUE ? null : asOf.minusDays(bucket.fewestDaysPastDue());
    }
}
