package io.huikuan.discount;

import io.huikuan.adjustment.AdjustmentState;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/receivables/{id}/discount-offers")
@Tag(name = "discount-offers")
class DiscountOfferResource {
    private final DiscountOffering offering;
    private final DiscountOfferQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    DiscountOfferResource(
            DiscountOffering offering,
            DiscountOfferQueries queries,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.offering = offering;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A key is for one receivable: with another one it is another request. */
    private record Of(UUID receivableId, DiscountOfferRequest request) {}

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "What was offered for paying this receivable early, the latest first")
    public Page<DiscountOfferView> listDiscountOffers(@RestPath UUID id, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        if (queries.owed(id, who.seesAll(), who.owners()).isEmpty()) {
            throw new NotFound();
        }
        var today = who.today(clock);
        var before = page.cursor();
        var rows = queries.list(
                id,
                AdjustmentState.APPROVED,
                before.map(cursor -> cursor.instant(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.offer().offeredAt, row.offer().id))
                .map(row -> DiscountOfferView.of(row, today));
    }

    @POST
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE})
    @Operation(
            summary = "Offer a discount for early payment",
            description =
                    "By finance, or by a manager of the customer's owner; one offer at a time. Cash that counts for the receivable by the "
                            + "last day, however late it is recorded, and leaves no more than the discount open takes it: the rest is given "
                            + "up in the same step, and is not collected. A payment that would be enough for all pays only what the discount "
                            + "leaves, and keeps the rest for other receivables or unapplied, unless its `allocations` designate more. When "
                            + "what had settled the receivable is taken back, so is the discount, and the offer stands again. Cheques and "
                            + "drafts take no offer.")
    public RestResponse<DiscountOfferView> createDiscountOffer(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull DiscountOfferRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        var today = who.today(clock);
        return idempotency.once(
                who, idempotencyKey, "createDiscountOffer", new Of(id, request), now, DiscountOfferView.class, () -> {
                    var offer = offering.offer(who, id, request.wanted(), today, now);
                    return new Idempotency.Answer<>(
                            DiscountOfferView.of(offer, today),
                            offer.version,
                            "/api/v1/receivables/" + id + "/discount-offers");
                });
    }
}
