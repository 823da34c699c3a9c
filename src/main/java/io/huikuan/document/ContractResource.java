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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/contracts")
@Tag(name = "contracts")
class ContractResource {
    private final DocumentAmending amending;
    private final DocumentQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    ContractResource(
            DocumentAmending amending,
            DocumentQueries queries,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.amending = amending;
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Contracts, in the order in which they were recorded")
    public Page<ContractView> listContracts(
            @BeanParam @Valid DocumentFilter filter, @BeanParam @Valid PageRequest page) {
        var rows = filter.contracts(queries, viewer.get(), page);
        return Page.of(rows, page, row -> List.of(row.contract().id))
                .map(row -> ContractView.of(row.contract(), row.customerName()));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One contract")
    public RestResponse<ContractView> getContract(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var contract = queries.contract(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .map(row -> ContractView.of(row.contract(), row.customerName()))
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, contract.version(), contract);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Correct a contract",
            description =
                    "Only the fields that are sent are changed. The amount never changes: a correction of it is a new "
                            + "contract.")
    public RestResponse<ContractView> changeContract(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedContract request) {
        var contract = amending.change(
                viewer.get(),
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(contract.version(), contract);
    }
}
