package io.huikuan.interest;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/interest-terms")
@Tag(name = "interest")
class InterestTermsResource {
    private final InterestTermsKeeping keeping;
    private final InterestQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    InterestTermsResource(
            InterestTermsKeeping keeping,
            InterestQueries queries,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "What was agreed about being late, the latest first",
            description =
                    "Also what is no longer valid: the rate of a night is that of the terms that held on its evening. Terms of "
                            + "contracts are for those who see the contract.")
    public Page<InterestTermsView> listInterestTerms(
            @RestQuery @Nullable @Parameter(description = "Only the terms of this contract.") UUID contractId,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var before = page.cursor();
        var terms = queries.terms(
                contractId,
                who.seesAll(),
                who.owners(),
                before.map(cursor -> cursor.date(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(terms, page, each -> List.of(each.validFrom, each.id)).map(InterestTermsView::of);
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Agree on what being late costs from a day on",
            description =
                    "For the organisation, or for one contract, whose terms go before. Nothing is ever changed: terms that are to "
                            + "end are followed by others, a slip is put right by recording the same day again. The fee is in one "
                            + "currency: receivables in another one bear interest and no fee.")
    public RestResponse<InterestTermsView> createInterestTerms(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull InterestTermsRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who, idempotencyKey, "createInterestTerms", request, now, InterestTermsView.class, () -> {
                    var id = keeping.record(who, request.wanted(), now);
                    var view = queries.termsOf(id).stream()
                            .findFirst()
                            .map(InterestTermsView::of)
                            .orElseThrow(NotFound::new);
                    return new Idempotency.Answer<>(view, 0, "/api/v1/interest-terms");
                });
    }
}
