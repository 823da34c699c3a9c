package io.huikuan.customer;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
class ContactResource {
    private final ContactKeeping keeping;
    private final ContactListing listing;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    ContactResource(
            ContactKeeping keeping,
            ContactListing listing,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.listing = listing;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "The people to talk to at a customer")
    public Page<ContactView> listContacts(@RestPath UUID customerId, @BeanParam @Valid PageRequest page) {
        return listing.of(viewer.get(), customerId, page);
    }

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(summary = "Add a person to talk to")
    public RestResponse<ContactView> createContact(@RestPath UUID customerId, @Valid @NotNull ContactDetails request) {
        var contact = keeping.add(viewer.get(), customerId, request, clock.instant());
        var location = "/api/v1/customers/" + customerId + "/contacts/" + contact.id();
        return conditional.created(location, contact.version(), contact);
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
