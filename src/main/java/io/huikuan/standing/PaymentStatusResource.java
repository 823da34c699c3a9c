package io.huikuan.standing;

import io.huikuan.currency.ReportingRates;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AsOf;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/customers/{customerId}/payment-status")
@Tag(name = "payments")
class PaymentStatusResource {
    private final PaymentStatusQueries queries;
    private final CustomerAccess customers;
    private final ReportingRates rates;
    private final CurrentViewer viewer;
    private final Clock clock;

    PaymentStatusResource(
            PaymentStatusQueries queries,
            CustomerAccess customers,
            ReportingRates rates,
            CurrentViewer viewer,
            Clock clock) {
        this.queries = queries;
        this.customers = customers;
        this.rates = rates;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "How a customer stands",
            description =
                    "What is open, overdue and unapplied per currency, what of it is on hold, the last payment and contact, the next "
                            + "follow-up, and how late the customer usually pays. `asOf` and `knownAt` are of the balances; the rest is of today.")
    public PaymentStatusView getPaymentStatus(
            @RestPath UUID customerId,
            @BeanParam AsOf asOf,
            @RestQuery
                    @Nullable
                    @Parameter(
                            description = "Also give what is open in this currency, with the rates used.",
                            example = "CNY")
                    String reportingCurrency) {
        var who = viewer.get();
        customers.require(who, customerId);
        var today = who.today(clock);
        var day = asOf.day(today);
        var rows = asOf.isAsked()
                ? queries.balancesThen(who.organisationId(), customerId, day, asOf.moment())
                : queries.balances(who.organisationId(), customerId, today);
        var balances = rows.stream().map(PaymentStatusView::balance).toList();
        var open = balances.stream().map(PaymentStatusView.Balance::open).toList();
        var reporting = rates.total(who.organisationId(), open, reportingCurrency, day, asOf.knownAt());
        var dealings = queries.dealings(who.organisationId(), customerId, today.minusYears(1))
                .getFirst();
        var held = queries.held(who.organisationId(), customerId, today);
        return PaymentStatusView.of(customerId, day, asOf.knownAt(), balances, reporting, held, dealings);
    }
}
