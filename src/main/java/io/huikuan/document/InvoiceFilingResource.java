package io.huikuan.document;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/invoices")
@Tag(name = "invoices")
class InvoiceFilingResource {
    private final DocumentFiling filing;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    InvoiceFilingResource(DocumentFiling filing, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.filing = filing;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Record an invoice",
            description = "The number is unique per customer. What is owed by when is a receivable: an invoice may "
                    + "have several.")
    public RestResponse<InvoiceView> createInvoice(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewInvoice request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createInvoice", request, now, InvoiceView.class, () -> {
            var invoice = filing.file(who, request, now);
            return new Idempotency.Answer<>(invoice, invoice.version(), "/api/v1/invoices/" + invoice.id());
        });
    }
}
