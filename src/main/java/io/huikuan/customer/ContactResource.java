package io.huikuan.customer;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/customers/{customerId}/contacts")
@Tag(name = "customers")
class ContactResource {
    private final ContactListing listing;
    private final CurrentViewer viewer;

    ContactResource(ContactListing listing, CurrentViewer viewer) {
        this.listing = listing;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "The people to talk to at a customer")
    public Page<ContactView> listContacts(@RestPath UUID customerId, @BeanParam @Valid PageRequest page) {
        return listing.of(viewer.get(), customerId, page);
    }
}
