package io.huikuan.followup;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/follow-ups")
@Tag(name = "follow-ups")
class FollowUpResource {
    private final FollowUpKeeping keeping;
    private final FollowUpQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    FollowUpResource(
            FollowUpKeeping keeping,
            FollowUpQueries queries,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "ChangedFollowUp")
    record ChangedFollowUp(
            @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") @Schema(example = "Call about invoice 6741")
            String subject,

            @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
            String note,

            @Nullable @Schema(example = "2026-11-22") LocalDate dueOn,
            NewFollowUp.@Nullable Priority priority,

            @Nullable @Schema(description = "Gives the task to somebody else.")
            UUID assigneeId,

            @Nullable
            @Pattern(regexp = FollowUpTime.PATTERN)
            @Schema(description = FollowUpTime.DUE_TIME, example = "14:30")
            String dueTime,

            @Nullable
            @Min(FollowUpTime.LEAST_NAG_MINUTES)
            @Max(FollowUpTime.MOST_NAG_MINUTES)
            @Schema(description = FollowUpTime.NAG_MINUTES, example = "30")
            Integer nagMinutes) {
        FollowUpKeeping.Change change() {
            return new FollowUpKeeping.Change(
                    subject, note, dueOn, priority, assigneeId, FollowUpTime.of(dueTime, null), nagMinutes);
        }
    }

    @Schema(name = "FollowUpCompletion")
    record FollowUpCompletion(
            @NotBlank
            @Size(max = 200)
            @Schema(required = true, description = "A code of your own or a few words.", example = "REACHED")
            String outcome,

            @Nullable @Size(max = 2000) @Schema(example = "Pays on Friday")
            String note) {}

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Next steps, the most urgent day first")
    public Page<FollowUpView> listFollowUps(
            @RestQuery FollowUpView.@Nullable Status status,
            @RestQuery @Nullable UUID assigneeId,
            @RestQuery @Nullable UUID customerId,
            @RestQuery @Nullable LocalDate dueTo,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var after = page.cursor();
        var rows = queries.list(
                who.seesAll(),
                who.owners(),
                status,
                assigneeId,
                customerId,
                dueTo,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.followUp().dueOn, row.followUp().id))
                .map(FollowUpView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One next step")
    public RestResponse<FollowUpView> getFollowUp(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var task = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(FollowUpView::of)
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, task.version(), task);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "Change a next step", description = "Only the fields that are sent are changed.")
    public RestResponse<FollowUpView> changeFollowUp(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedFollowUp request) {
        var change = request.change();
        var task = keeping.change(
                viewer.get(),
                id,
                change,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(task.version(), task);
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "Say that a next step is done", description = "With its outcome.")
    public RestResponse<FollowUpView> completeFollowUp(@RestPath UUID id, @Valid @NotNull FollowUpCompletion request) {
        var task = keeping.complete(viewer.get(), id, request.outcome(), request.note(), clock.instant());
        return conditional.changed(task.version(), task);
    }
}
