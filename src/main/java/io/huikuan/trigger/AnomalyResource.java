package io.huikuan.trigger;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.rules.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What nobody looks after. */
@Path("/anomalies/no-next-step")
@Tag(name = "anomalies")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class AnomalyResource {
    private final AnomalyQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    AnomalyResource(AnomalyQueries queries, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NoNextStep")
    record NoNextStep(
            @Schema(required = true) UUID receivableId,
            @Schema(required = true) UUID customerId,
            @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
            @Schema(required = true) UUID ownerId,
            @Schema(required = true, example = "王伟") String ownerName,
            @Schema(required = true, example = "INV-7781") String number,
            @Schema(required = true, example = "2026-10-20") LocalDate dueOn,
            @Schema(required = true, example = "33") long daysPastDue,
            @Schema(required = true) Money open) {
        static NoNextStep of(AnomalyQueries.Line line, LocalDate today) {
            return new NoNextStep(
                    line.id(),
                    line.customerId(),
                    line.customerName(),
                    line.ownerId(),
                    line.ownerName(),
                    line.number(),
                    line.dueOn(),
                    ChronoUnit.DAYS.between(line.dueOn(), today),
                    Money.of(line.openAmount(), line.currency()));
        }
    }

    @Schema(name = "AnomalyCount")
    record AnomalyCount(
            @Schema(required = true, example = "3") long count) {}

    @GET
    @Reading
    @Operation(
            summary = "What is overdue and has no next step, the longest overdue first",
            description =
                    "No task is to be done for it or for its customer, nothing holds it, and the ladder has told its last step. Of a "
                            + "manager, the team's.")
    public Page<NoNextStep> listWithoutNextStep(@RestQuery @Nullable UUID ownerId, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var today = who.today(clock);
        var lines = queries.withoutNextStep(
                who.organisationId(),
                today,
                TriggerRunning.lastOffset(),
                who.seesAll(),
                who.owners(),
                ownerId,
                page.cursor().map(cursor -> cursor.date(0)).orElse(null),
                page.cursor().map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(lines, page, line -> List.of(line.dueOn(), line.id())).map(line -> NoNextStep.of(line, today));
    }

    @GET
    @Path("/count")
    @Reading
    @Operation(summary = "How much is overdue and has no next step")
    public AnomalyCount countWithoutNextStep(@RestQuery @Nullable UUID ownerId) {
        var who = viewer.get();
        return new AnomalyCount(queries.countWithoutNextStep(
                who.organisationId(),
                who.today(clock),
                TriggerRunning.lastOffset(),
                who.seesAll(),
                who.owners(),
                ownerId));
    }
}
