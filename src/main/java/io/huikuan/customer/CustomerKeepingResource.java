package io.huikuan.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.rules.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/customers")
@Tag(name = "customers")
class CustomerKeepingResource {
    private final CustomerKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    CustomerKeepingResource(
            CustomerKeeping keeping,
            Idempotency idempotency,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewCustomer")
    record NewCustomer(
            @Nullable UUID id,

            @NotBlank @Size(max = 64) @Schema(required = true, example = "C-0042")
            String code,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "上海远景贸易有限公司")
            String name,

            @JsonProperty("class") @Nullable @Size(max = 32) @Schema(example = "A")
            String customerClass,

            @Nullable @Schema(description = "Whose customer it is; the caller's own where absent.")
            UUID ownerId,

            @Nullable Money creditLimit,

            @Nullable @Size(max = 32) @Schema(example = "BANK_TRANSFER")
            String paymentMethod,

            @Nullable @Size(max = 32) @Schema(example = "MONTH_END")
            String paymentCycle,

            @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
            String note) {}

    @Schema(name = "ChangedCustomer")
    record ChangedCustomer(
            @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") @Schema(example = "上海远景贸易有限公司")
            String name,

            @JsonProperty("class") @Nullable @Size(max = 32) @Schema(example = "B")
            String customerClass,

            @Nullable @Schema(description = "Hands the customer over.")
            UUID ownerId,

            @Nullable Money creditLimit,

            @Nullable @Size(max = 32) @Schema(example = "BANK_TRANSFER")
            String paymentMethod,

            @Nullable @Size(max = 32) @Schema(example = "MONTH_END")
            String paymentCycle,

            @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
            String note) {}

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Create a customer",
            description =
                    "Owned by the caller where no owner is named; only managers and above may name somebody else.")
    public RestResponse<CustomerView> createCustomer(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewCustomer request) {
        var who = viewer.get();
        var now = clock.instant();
        var details = new CustomerDetails(
                request.name(),
                request.customerClass(),
                request.paymentMethod(),
                request.paymentCycle(),
                request.note());
        var wanted = new CustomerKeeping.Wanted(
                request.id(), request.code(), details, request.ownerId(), request.creditLimit());
        return idempotency.once(who, key, "createCustomer", request, now, CustomerView.class, () -> {
            var customer = keeping.create(who, wanted, who.today(clock), now);
            return new Idempotency.Answer<>(customer, customer.version(), "/api/v1/customers/" + customer.id());
        });
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Change a customer, or hand it over",
            description = "Only the fields that are sent are changed. Another owner or credit limit takes a "
                    + "manager or an admin; the open follow-ups go with the customer.")
    public RestResponse<CustomerView> changeCustomer(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedCustomer request) {
        var who = viewer.get();
        var details = new CustomerDetails(
                request.name(),
                request.customerClass(),
                request.paymentMethod(),
                request.paymentCycle(),
                request.note());
        var change = new CustomerKeeping.Change(details, request.ownerId(), request.creditLimit());
        var customer = keeping.change(
                who,
                id,
                change,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                who.today(clock),
                clock.instant());
        return conditional.changed(customer.version(), customer);
    }
}
