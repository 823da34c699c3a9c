package io.huikuan.interest;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/customers/{id}/interest")
@Tag(name = "interest")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class CustomerInterestResource {
    private final InterestReckoning reckoning;
    private final CustomerAccess customers;
    private final CurrentViewer viewer;
    private final Clock clock;

    CustomerInterestResource(InterestReckoning reckoning, CustomerAccess customers, CurrentViewer viewer, Clock clock) {
        this.reckoning = reckoning;
        this.customers = customers;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(
            summary = "What being late has cost a customer and is still due",
            description = "Per currency, with the receivables that it comes from, paid ones among them.")
    public CustomerInterestView getCustomerInterest(
            @RestPath UUID id,
            @RestQuery @Nullable LocalDate asOf,
            @RestQuery
                    @Nullable
                    @Parameter(description = ReceivableInterestResource.KNOWN_AT, example = "2026-11-22T02:00:00Z")
                    Instant knownAt) {
        var who = viewer.get();
        var day = requireNonNullElse(asOf, who.today(clock));
        customers.require(who, id);
        return CustomerInterestView.of(
                id,
                reckoning.of(who.organisationId(), List.of(id), null, day, ReceivableInterestResource.moment(knownAt)),
                day,
                knownAt);
    }
}
