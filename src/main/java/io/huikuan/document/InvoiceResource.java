package io.huikuan.document;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/invoices")
@Tag(name = "invoices")
class InvoiceResource {
    private final DocumentQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    InvoiceResource(DocumentQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Invoices, in the order in which they were recorded")
    public Page<InvoiceView> listInvoices(@RestQuery @Nullable UUID customerId, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var after = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.invoices(who.seesAll(), who.owners(), customerId, after, page.rows());
        return Page.of(rows, page, row -> List.of(row.invoice().id))
                .map(row -> InvoiceView.of(row.invoice(), row.customerName()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One invoice")
    public RestResponse<InvoiceView> getInvoice(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var invoice = queries.invoice(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(row -> InvoiceView.of(row.invoice(), row.customerName()))
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, invoice.version(), invoice);
    }
}
