package io.huikuan.recurrence;

import io.huikuan.followup.FollowUpTime;
import io.huikuan.followup.NewFollowUp;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/recurring-tasks")
@Tag(name = "recurring-tasks")
class RecurringTaskResource {
    private static final int MOST_AHEAD_DAYS = 60;

    private final RecurringTasks tasks;
    private final RecurringTaskQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    RecurringTaskResource(
            RecurringTasks tasks,
            RecurringTaskQueries queries,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.tasks = tasks;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewRecurringTask")
    record Wanted(
            @Nullable UUID id,
            @NotNull @Schema(required = true) UUID customerId,

            @Nullable @Schema(description = "Who is to do it; whoever owns the customer then where absent.")
            UUID assigneeId,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "拜访客户")
            String subject,

            @Nullable @Size(max = 2000) @Schema(example = "带上对账单")
            String note,

            @Schema(description = "NORMAL where absent.") NewFollowUp.@Nullable Priority priority,

            @NotBlank
            @Size(max = 500)
            @Schema(
                    required = true,
                    description =
                            "A recurrence rule of RFC 5545 that counts whole days: DAILY, WEEKLY, MONTHLY or YEARLY.",
                    example = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
            String rule,

            @NotNull @Schema(required = true, description = "From which the rule counts.", example = "2099-02-10")
            LocalDate startsOn,

            @Nullable
            @Pattern(regexp = FollowUpTime.PATTERN)
            @Schema(description = FollowUpTime.DUE_TIME, example = "14:30")
            String dueTime,

            @Nullable
            @Min(FollowUpTime.LEAST_NAG_MINUTES)
            @Max(FollowUpTime.MOST_NAG_MINUTES)
            @Schema(description = FollowUpTime.NAG_MINUTES, example = "30")
            Integer nagMinutes,

            @Nullable
            @Min(0)
            @Max(MOST_AHEAD_DAYS)
            @Schema(description = "So many days before it is due it becomes a task; 0 where absent.", example = "2")
            Integer aheadDays) {
        NewRecurringTask wanted() {
            return new NewRecurringTask(
                    id,
                    customerId,
                    assigneeId,
                    subject,
                    note,
                    Objects.requireNonNullElse(priority, NewFollowUp.Priority.NORMAL),
                    rule,
                    startsOn,
                    FollowUpTime.of(dueTime, nagMinutes),
                    nagMinutes,
                    Objects.requireNonNullElse(aheadDays, 0));
        }
    }

    @Schema(name = "RecurringTaskPause")
    record Pause(
            @NotNull @Schema(required = true, description = "The last day of the pause.", example = "2099-02-24")
            LocalDate through) {}

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Tasks that come again, the latest arranged first")
    public Page<RecurringTaskView> listRecurringTasks(
            @RestQuery @Nullable UUID customerId, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var today = who.today(clock);
        var before = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.visible(who.seesAll(), who.owners(), null, customerId, before, page.rows());
        return Page.of(rows, page, row -> List.of(row.task().id)).map(row -> RecurringTaskView.of(row, today));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One task that comes again")
    public RecurringTaskView getRecurringTask(@RestPath UUID id) {
        var who = viewer.get();
        return queries.visible(who.seesAll(), who.owners(), id, null, null, 1).stream()
                .findFirst()
                .map(row -> RecurringTaskView.of(row, who.today(clock)))
                .orElseThrow(NotFound::new);
    }

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(
            summary = "Have a task come again and again",
            description =
                    "Such as the visit of a customer every other Tuesday. Each day of the rule becomes a next step, once; what falls on a "
                            + "day off is due on the next working day. Where several could not be made in time, the last one is.")
    public RestResponse<RecurringTaskView> createRecurringTask(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull Wanted request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createRecurringTask", request, now, RecurringTaskView.class, () -> {
            var task = tasks.arrange(who, request.wanted(), who.today(clock), now);
            return new Idempotency.Answer<>(task, 0, "/api/v1/recurring-tasks/" + task.id());
        });
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "Pause a task that comes again", description = "It goes on by itself after the last day.")
    public RecurringTaskView pauseRecurringTask(@RestPath UUID id, @Valid @NotNull Pause request) {
        var who = viewer.get();
        return tasks.pause(who, id, request.through(), who.today(clock), clock.instant());
    }

    @POST
    @Path("/{id}/resumption")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "End a pause at once", description = "What fell into it stays left out.")
    public RecurringTaskView resumeRecurringTask(@RestPath UUID id) {
        var who = viewer.get();
        return tasks.resume(who, id, who.today(clock), clock.instant());
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "Have a task come no more", description = "What it has become stays to be done.")
    public RecurringTaskView endRecurringTask(@RestPath UUID id) {
        var who = viewer.get();
        return tasks.end(who, id, who.today(clock), clock.instant());
    }
}
