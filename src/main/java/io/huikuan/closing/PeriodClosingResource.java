package io.huikuan.closing;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/period-closings")
@Tag(name = "period-closings")
class PeriodClosingResource {
    private final ClosedPeriods periods;
    private final ClosingQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    PeriodClosingResource(
            ClosedPeriods periods, ClosingQueries queries, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.periods = periods;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewPeriodClosing")
    record NewPeriodClosing(
            @NotNull @Schema(required = true, example = "2026-10-31", description = "Not in the future.")
            LocalDate closedThrough,

            @NotBlank @Size(max = 500) @Schema(required = true, example = "October reported to the board")
            String reason) {}

    @Schema(name = "PeriodClosing")
    record PeriodClosingView(
            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    example = "2026-10-31",
                    description = "No entry counts from this day or an earlier one.")
            LocalDate closedThrough,

            @Schema(required = true, example = "October reported to the board")
            String reason,

            @Schema(required = true) UUID closedBy,
            @Schema(required = true, example = "赵敏") String closedByName,
            @Schema(required = true) Instant recordedAt) {
        static PeriodClosingView of(ClosingQueries.Closing closing) {
            return new PeriodClosingView(
                    closing.id(),
                    closing.closedThrough(),
                    closing.reason(),
                    closing.closedBy(),
                    closing.closedByName(),
                    closing.recordedAt());
        }
    }

    @GET
    @Reading
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Up to which day the books are closed",
            description = "Newest first: the first one counts, the others say how it came about.")
    public Page<PeriodClosingView> listPeriodClosings(@BeanParam @Valid PageRequest page) {
        var closings = queries.closings(
                viewer.get().organisationId(),
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                page.rows());
        return Page.of(closings, page, closing -> List.of(closing.id())).map(PeriodClosingView::of);
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Close the books up to a day, or open them again from a day on",
            description =
                    "From then on no receivable, payment, allocation, adjustment or reversal counts from a closed day: what was "
                            + "reported stays. An earlier day than the present one opens the days behind it again.")
    public RestResponse<PeriodClosingView> createPeriodClosing(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull NewPeriodClosing request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who, idempotencyKey, "createPeriodClosing", request, now, PeriodClosingView.class, () -> {
                    var id = periods.close(who, request.closedThrough(), request.reason(), who.today(clock), now);
                    var closing =
                            queries.closings(who.organisationId(), null, 1).getFirst();
                    return new Idempotency.Answer<>(
                            PeriodClosingView.of(closing), 0, "/api/v1/period-closings?limit=1#" + id);
                });
    }
}
