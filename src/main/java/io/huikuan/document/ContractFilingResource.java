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

@Path("/contracts")
@Tag(name = "contracts")
class ContractFilingResource {
    private final DocumentFiling filing;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    ContractFilingResource(DocumentFiling filing, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.filing = filing;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Record a contract",
            description = "For finance, admins and integrations; the number is unique per customer.")
    public RestResponse<ContractView> createContract(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewContract request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createContract", request, now, ContractView.class, () -> {
            var contract = filing.file(who, request, now);
            return new Idempotency.Answer<>(contract, contract.version(), "/api/v1/contracts/" + contract.id());
        });
    }
}
