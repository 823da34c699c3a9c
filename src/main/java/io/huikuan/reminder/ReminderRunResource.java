package io.huikuan.reminder;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/reminder-runs")
@Tag(name = "reminder-runs")
class ReminderRunResource {
    private final RunLedger ledger;
    private final RunQueries queries;
    private final ReminderRunJob runs;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReminderRunResource(RunLedger ledger, RunQueries queries, ReminderRunJob runs, CurrentViewer viewer, Clock clock) {
        this.ledger = ledger;
        this.queries = queries;
        this.runs = runs;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewReminderRun")
    record NewReminderRun(
            @Nullable @Schema(example = "2026-11-23", description = "Today where absent; in dev, test and demo only.")
            LocalDate businessDate,

            @Nullable @Schema(description = "Counts what would be sent, and sends nothing.", defaultValue = "false")
            Boolean dryRun) {}

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Reminder runs, newest first")
    public Page<RunView> listReminderRuns(@BeanParam @Valid PageRequest page) {
        var organisationId = viewer.get().organisationId();
        var before = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = Page.of(queries.list(organisationId, before, page.rows()), page, row -> List.of(row.id()));
        var counts = queries.counts(
                organisationId, rows.items().stream().map(RunQueries.Row::id).toList());
        return rows.map(row -> RunView.of(row, counts));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "What a reminder run has done so far")
    public RunView getReminderRun(@RestPath UUID id) {
        var organisationId = viewer.get().organisationId();
        var row = queries.byId(organisationId, id).stream().findFirst().orElseThrow(NotFound::new);
        return RunView.of(row, queries.counts(organisationId, List.of(id)));
    }

    @POST
    @APIResponse(responseCode = "202", description = "The run has begun.")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Run the reminders now",
            description =
                    "With `dryRun` it says what it would do. A `businessDate` may be given in dev, test and "
                            + "demo only. It takes no `Idempotency-Key`: a second run of the day sends nothing that the first has sent.")
    public RestResponse<RunView> startReminderRun(@Valid @NotNull NewReminderRun request) {
        var who = viewer.get();
        var now = clock.instant();
        var run = ledger.request(
                who, request.businessDate(), Boolean.TRUE.equals(request.dryRun()), who.today(clock), now);
        runs.start(run);
        return RestResponse.ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED)
                .entity(RunView.of(run, now))
                .header(HttpHeaders.LOCATION, "/api/v1/reminder-runs/" + run.id())
                .build();
    }
}
