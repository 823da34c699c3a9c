package io.huikuan.receivable;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/receivables")
@Tag(name = "receivables")
class ReceivableBillingResource {
    private final ReceivableBilling billing;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReceivableBillingResource(ReceivableBilling billing, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.billing = billing;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Record one amount that is due by one date",
            description = "The same customer, number and due date twice is a conflict.")
    public RestResponse<ReceivableView> createReceivable(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull NewReceivable request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, idempotencyKey, "createReceivable", request, now, ReceivableView.class, () -> {
            var receivable = billing.bill(who, request, who.today(clock), now);
            return new Idempotency.Answer<>(receivable, receivable.version(), "/api/v1/receivables/" + receivable.id());
        });
    }
}
