package io.huikuan.assignment;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/customers/{customerId}/effective-policy")
@Tag(name = "customers")
class EffectivePolicyResource {
    private final EffectivePolicies policies;
    private final AssignmentQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    EffectivePolicyResource(EffectivePolicies policies, AssignmentQueries queries, CurrentViewer viewer, Clock clock) {
        this.policies = policies;
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "The reminder ladder of a customer, and why it is this one",
            description = "With `contractId` that of the contract's receivables.")
    public EffectivePolicyView getEffectivePolicy(@RestPath UUID customerId, @RestQuery @Nullable UUID contractId) {
        var who = viewer.get();
        var found = queries.subject(who.organisationId(), customerId, contractId, who.seesAll(), who.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (contractId != null && found.contractId() == null) {
            throw InvalidRequest.field("/contractId", "contract-unknown");
        }
        var subject = new EffectivePolicies.Subject(found.customerId(), found.customerClass(), found.contractId());
        var effective = policies.of(who.organisationId(), List.of(subject), who.today(clock))
                .get(subject);
        return EffectivePolicyView.of(Objects.requireNonNull(effective));
    }
}
