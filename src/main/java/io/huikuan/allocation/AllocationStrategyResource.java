package io.huikuan.allocation;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.DebtComponent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/allocation-strategy")
@Tag(name = "allocation-strategy")
class AllocationStrategyResource {
    private final UsualStrategy usual;
    private final AllocationQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    AllocationStrategyResource(UsualStrategy usual, AllocationQueries queries, CurrentViewer viewer, Clock clock) {
        this.usual = usual;
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The names of {@link AllocationStrategy#all()}. */
    @Schema(name = "AllocationStrategyCode")
    enum Code {
        OLDEST_DUE_FIRST,
        INVOICE_BY_INVOICE,
        PRO_RATA,
        LEGAL_ORDER
    }

    @Schema(name = "ChosenAllocationStrategy")
    record Chosen(
            @NotNull @Schema(required = true, example = "OLDEST_DUE_FIRST")
            Code strategy) {}

    @Schema(name = "AllocationStrategy")
    record StrategyView(
            @Schema(required = true, example = "LEGAL_ORDER")
            String code,

            @Schema(
                    required = true,
                    description =
                            "What puts one receivable before another, the most telling first; those that none of these tell apart "
                                    + "share in proportion to what is owed on them.")
            List<AllocationCriterion> order,

            @Schema(required = true, description = "What of a receivable is settled, in that order.")
            List<DebtComponent> components) {
        static StrategyView of(AllocationStrategy strategy) {
            return new StrategyView(strategy.code(), strategy.order(), strategy.components());
        }
    }

    @Schema(name = "AllocationStrategies")
    record StrategiesView(
            @Schema(required = true, example = "OLDEST_DUE_FIRST", description = "Taken where a payment says nothing.")
            Code strategy,

            @Schema(required = true) List<StrategyView> strategies) {}

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "How money is allocated where nobody says anything, and how it could be")
    public StrategiesView getAllocationStrategy() {
        var chosen = queries.usualStrategy(viewer.get().organisationId()).stream()
                .findFirst()
                .map(setting -> Code.valueOf(setting.strategy()))
                .orElse(Code.OLDEST_DUE_FIRST);
        return view(chosen);
    }

    @PUT
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Choose how money is allocated where nobody says anything",
            description = "From now on; what was allocated stays as it is.")
    public StrategiesView chooseAllocationStrategy(@Valid @NotNull Chosen request) {
        usual.choose(viewer.get(), AllocationStrategy.named(request.strategy().name()), clock.instant());
        return view(request.strategy());
    }

    private static StrategiesView view(Code chosen) {
        return new StrategiesView(
                chosen, AllocationStrategy.all().stream().map(StrategyView::of).toList());
    }
}
