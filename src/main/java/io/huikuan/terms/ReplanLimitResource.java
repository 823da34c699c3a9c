package io.huikuan.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.rules.PaymentTerms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/replan-limit")
@Tag(name = "payment-terms")
class ReplanLimitResource {
    private final ReplanLimits limits;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReplanLimitResource(ReplanLimits limits, CurrentViewer viewer, Clock clock) {
        this.limits = limits;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "ReplanLimit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitView(
            @Nullable
            @Pattern(regexp = "\\d{1,3}(\\.\\d{1,4})?")
            @Schema(
                    description = "Percent of the contract's amount that one person may move; no limit where absent.",
                    example = "10")
            String percent,

            @Nullable
            @Min(0)
            @Max(3650)
            @Schema(
                    description = "Days by which one person may put off what is due; no limit where absent.",
                    example = "30")
            Integer days) {
        static LimitView of(ReplanLimits.Limit limit) {
            var percent = limit.percent();
            return new LimitView(
                    percent == null ? null : percent.stripTrailingZeros().toPlainString(), limit.days());
        }

        ReplanLimits.Limit limit() {
            var share = percent == null ? null : new BigDecimal(percent);
            if (share != null && share.compareTo(PaymentTerms.WHOLE) > 0) {
                throw InvalidRequest.field("/percent", "no-share-of-a-whole");
            }
            return new ReplanLimits.Limit(share, days);
        }
    }

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "How much of a plan one person may change",
            description = "A new version of a payment plan that moves more waits for a second person's approval.")
    public LimitView getReplanLimit() {
        return LimitView.of(limits.limit(viewer.get().organisationId()));
    }

    @PUT
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Set how much of a plan one person may change",
            description = "What is absent has no limit any more. Versions that wait for approval go on waiting.")
    public LimitView setReplanLimit(@Valid @NotNull LimitView request) {
        var limit = request.limit();
        limits.set(viewer.get(), limit, clock.instant());
        return LimitView.of(limit);
    }
}
