package io.huikuan.customer;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
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

@Path("/customers/{customerId}/contacts")
@Tag(name = "customers")
class ContactKeepingResource {
    private final ContactKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    ContactKeepingResource(
            ContactKeeping keeping,
            Idempotency idempotency,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A key is for one customer: the same person at another one is another request. */
    private record Wanted(UUID customerId, ContactDetails contact) {}

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(summary = "Add a person to talk to")
    public RestResponse<ContactView> createContact(
            @RestPath UUID customerId,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Valid @NotNull ContactDetails request) {
        var who = viewer.get();
        var now = clock.instant();
        var wanted = new Wanted(customerId, request);
        return idempotency.once(who, key, "createContact", wanted, now, ContactView.class, () -> {
            var contact = keeping.add(who, customerId, request, now);
            var location = "/api/v1/customers/" + customerId + "/contacts/" + contact.id();
            return new Idempotency.Answer<>(contact, contact.version(), location);
        });
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(summary = "Change a person to talk to", description = "Only the fields that are sent are changed.")
    public RestResponse<ContactView> changeContact(
            @RestPath UUID customerId,
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContactDetails request) {
        var contact = keeping.change(
                viewer.get(),
                customerId,
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(contact.version(), contact);
    }
}
