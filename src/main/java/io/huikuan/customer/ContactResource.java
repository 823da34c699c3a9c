package io.huikuan.customer;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/customers/{customerId}/contacts")
@Tag(name = "customers")
class ContactResource {
    private final ContactListing listing;
    private final CustomerQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    ContactResource(ContactListing listing, CustomerQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.listing = listing;
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "The people to talk to at a customer")
    public Page<ContactView> listContacts(@RestPath UUID customerId, @BeanParam @Valid PageRequest page) {
        return listing.of(viewer.get(), customerId, page);
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One person to talk to")
    public RestResponse<ContactView> getContact(
            @RestPath UUID customerId, @RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var contact = queries.contact(customerId, id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(ContactView::of)
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, contact.version(), contact);
    }
}
