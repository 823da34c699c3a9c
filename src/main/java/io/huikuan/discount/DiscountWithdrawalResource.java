package io.huikuan.discount;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/discount-offers/{id}/withdrawal")
@Tag(name = "discount-offers")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE})
class DiscountWithdrawalResource {
    private final DiscountOffering offering;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    DiscountWithdrawalResource(DiscountOffering offering, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.offering = offering;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A key is for one offer: with another one it is another request. */
    private record Of(UUID id, WithdrawalRequest request) {}

    @POST
    @Operation(
            summary = "Withdraw an offer that nobody has taken",
            description =
                    "No payment takes it any more, also none that came while it stood and is recorded from now on.")
    public RestResponse<DiscountOfferView> withdrawDiscountOffer(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull WithdrawalRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who, idempotencyKey, "withdrawDiscountOffer", new Of(id, request), now, DiscountOfferView.class, () -> {
                    var offer = offering.withdraw(who, id, request.reason(), now);
                    return new Idempotency.Answer<>(
                            DiscountOfferView.of(offer, who.today(clock)),
                            offer.version,
                            "/api/v1/receivables/" + offer.receivableId + "/discount-offers");
                });
    }
}
