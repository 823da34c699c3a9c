package io.huikuan.statement;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

@Path("/customers/{id}/statement")
@Tag(name = "statements")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class StatementResource {
    private final StatementReading reading;
    private final CurrentViewer viewer;
    private final Clock clock;

    StatementResource(StatementReading reading, CurrentViewer viewer, Clock clock) {
        this.reading = reading;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(
            summary = "A customer's statement of account",
            description =
                    "One ledger of each currency: billed, interest settled and reversals of receipts add to the balance; receipts, "
                            + "cheques and drafts in hand, credit notes, discounts and write-offs take off it. A page holds entries, then "
                            + "open items; `nextCursor` goes on.")
    public StatementView getStatement(
            @RestPath UUID id,
            @BeanParam StatementPeriod period,
            @RestQuery
                    @Nullable
                    @Parameter(
                            description = "Also give the closing balances in this currency, with the rates used.",
                            example = "CNY")
                    String reportingCurrency,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        return reading.page(who, id, period.days(who.today(clock)), page, reportingCurrency);
    }
}
