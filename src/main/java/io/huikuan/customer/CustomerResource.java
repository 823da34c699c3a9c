package io.huikuan.customer;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.LikePattern;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/customers")
@Tag(name = "customers")
class CustomerResource {
    private final CustomerQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    CustomerResource(CustomerQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Customers, by name")
    public Page<CustomerView> listCustomers(
            @RestQuery @Nullable @Size(max = 100) @Parameter(description = "Any part of code or name.", example = "远景")
                    String q,
            @RestQuery @Nullable UUID ownerId,
            @RestQuery("class") @Nullable @Parameter(example = "A") String customerClass,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var after = page.cursor();
        var rows = queries.list(
                who.seesAll(),
                who.owners(),
                LikePattern.containing(q),
                ownerId,
                customerClass,
                after.map(cursor -> cursor.text(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.customer().name, row.customer().id))
                .map(row -> CustomerView.of(row.customer(), row.ownerName()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One customer")
    public RestResponse<CustomerView> getCustomer(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var customer = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(row -> CustomerView.of(row.customer(), row.ownerName()))
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, customer.version(), customer);
    }
}
