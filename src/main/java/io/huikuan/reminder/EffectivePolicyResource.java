package io.huikuan.reminder;

import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/customers/{customerId}/effective-policy")
@Tag(name = "customers")
class EffectivePolicyResource {
    private final CustomerAccess customers;
    private final CurrentViewer viewer;

    EffectivePolicyResource(CustomerAccess customers, CurrentViewer viewer) {
        this.customers = customers;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "The reminder ladder of a customer, and why it is this one")
    public PolicyView getEffectivePolicy(@RestPath UUID customerId) {
        customers.require(viewer.get(), customerId);
        return PolicyView.of(Look.POLICY, PolicyView.Because.STANDARD);
    }
}
