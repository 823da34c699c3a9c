package io.huikuan.rules;

import static io.huikuan.rules.AllocationCriterion.DUE;
import static io.huikuan.rules.AllocationCriterion.EARLIEST_DUE;
import static io.huikuan.rules.AllocationCriterion.EARLIEST_INVOICE;
import static io.huikuan.rules.AllocationCriterion.EARLIEST_ISSUED;
import static io.huikuan.rules.AllocationCriterion.EARLIEST_RECORDED;
import static io.huikuan.rules.AllocationCriterion.HEAVIEST_BURDEN;
import static io.huikuan.rules.AllocationCriterion.LOWEST_NUMBER;
import static io.huikuan.rules.DebtComponent.FEE;
import static io.huikuan.rules.DebtComponent.INTEREST;
import static io.huikuan.rules.DebtComponent.PRINCIPAL;

import java.util.List;

/**
 * How money seeks what it settles, as data: nothing but {@link Allocation#by} reads it.
 *
 * @param code its name
 * @param order what puts one receivable before another, the most telling first; those that none of these tell apart share in proportion
 *     to what is owed on them
 * @param components what of a receivable is settled, in that order
 */
public record AllocationStrategy(String code, List<AllocationCriterion> order, List<DebtComponent> components) {

    public static final AllocationStrategy OLDEST_DUE_FIRST = new AllocationStrategy(
            "OLDEST_DUE_FIRST",
            List.of(EARLIEST_DUE, EARLIEST_ISSUED, LOWEST_NUMBER, EARLIEST_RECORDED),
            List.of(PRINCIPAL));

    public static final AllocationStrategy INVOICE_BY_INVOICE = new AllocationStrategy(
            "INVOICE_BY_INVOICE",
            List.of(EARLIEST_INVOICE, EARLIEST_DUE, LOWEST_NUMBER, EARLIEST_RECORDED),
            List.of(PRINCIPAL));

    public static final AllocationStrategy PRO_RATA = new AllocationStrategy("PRO_RATA", List.of(), List.of(PRINCIPAL));

    /**
     * Civil Code of the PRC, where the debtor has not designated anything: article 560 among several debts (those due; the heavier
     * burden; the one due earlier; in proportion), article 561 within each (costs, interest, principal). The rank by security is left out,
     * since the product keeps no collateral: all debts count as equally secured.
     */
    public static final AllocationStrategy LEGAL_ORDER = new AllocationStrategy(
            "LEGAL_ORDER", List.of(DUE, HEAVIEST_BURDEN, EARLIEST_DUE), List.of(FEE, INTEREST, PRINCIPAL));

    private static final List<AllocationStrategy> ALL =
            List.of(OLDEST_DUE_FIRST, INVOICE_BY_INVOICE, PRO_RATA, LEGAL_ORDER);

    public AllocationStrategy {
        order = List.copyOf(order);
        components = List.copyOf(components);
    }

    public static List<AllocationStrategy> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static AllocationStrategy named(String code) {
        return ALL.stream()
                .filter(strategy -> strategy.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no strategy: " + code));
    }

    /** Whether it needs to know what has accrued besides what was billed. */
    public boolean settlesMoreThanPrincipal() {
        return components.contains(FEE) || components.contains(INTEREST);
    }
}
