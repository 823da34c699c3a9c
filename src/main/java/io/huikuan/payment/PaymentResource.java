package io.huikuan.payment;

import io.huikuan.allocation.AllocationBooking;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/payments")
@Tag(name = "payments")
class PaymentResource {
    private final PaymentQueries queries;
    private final AllocationBooking allocations;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    PaymentResource(
            PaymentQueries queries, AllocationBooking allocations, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.allocations = allocations;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Payments, newest first")
    public Page<PaymentView> listPayments(@BeanParam PaymentFilter filter, @BeanParam @Valid PageRequest page) {
        return Page.of(
                        filter.read(queries, viewer.get(), page),
                        page,
                        row -> List.of(row.payment().receivedOn, row.payment().id))
                .map(row -> PaymentView.of(row, null));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One payment with its allocations")
    public RestResponse<PaymentView> getPayment(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var payment = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(row -> PaymentView.of(row, allocations.entriesOfPayment(who.organisationId(), id)))
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, payment.version(), payment);
    }
}
