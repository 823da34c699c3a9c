package io.huikuan.terms;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/payment-terms")
@Tag(name = "payment-terms")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class TermsKeepingResource {
    private final TermsKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    TermsKeepingResource(
            TermsKeeping keeping, Idempotency idempotency, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Create a template of payment terms",
            description = "In portions of 100 percent together, each with what it waits for and when it is due then.")
    public RestResponse<TermsView> createPaymentTerms(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull TermsDetails request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createPaymentTerms", request, now, TermsView.class, () -> {
            var template = keeping.create(who, request, now);
            return new Idempotency.Answer<>(template, template.version(), "/api/v1/payment-terms/" + template.id());
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Write a template of payment terms anew",
            description = "Plans that were made from it stay as they are.")
    public RestResponse<TermsView> replacePaymentTerms(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull TermsDetails request) {
        var template = keeping.replace(
                viewer.get(),
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(template.version(), template);
    }
}
