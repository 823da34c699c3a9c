package io.huikuan.standing;

import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/customers/{customerId}/payment-status")
@Tag(name = "payments")
class PaymentStatusResource {
    private final PaymentStatusQueries queries;
    private final CustomerAccess customers;
    private final CurrentViewer viewer;
    private final Clock clock;

    PaymentStatusResource(PaymentStatusQueries queries, CustomerAccess customers, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.customers = customers;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "How a customer stands",
            description = "What is open, overdue and unapplied per currency, the last payment and contact, the next "
                    + "follow-up, and how late the customer usually pays.")
    public PaymentStatusView getPaymentStatus(@RestPath UUID customerId) {
        var who = viewer.get();
        customers.require(who, customerId);
        var today = who.today(clock);
        var balances = queries.balances(who.organisationId(), customerId, today);
        var dealings = queries.dealings(who.organisationId(), customerId, today.minusYears(1))
                .getFirst();
        return PaymentStatusView.of(customerId, today, balances, dealings);
    }
}
