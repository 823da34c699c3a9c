package io.huikuan.rules;

import static java.util.Comparator.comparing;

import io.huikuan.rules.Allocation.OpenItem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What puts one receivable before another when money is allocated; also the answer to why it got its part. */
public enum AllocationCriterion {
    /** The payer, or finance, said so. */
    DESIGNATED,
    /** There was no other. */
    ONLY_ONE,
    /** What is due goes before what is not yet due. */
    DUE,
    /** What costs the debtor more interest goes first. */
    HEAVIEST_BURDEN,
    EARLIEST_DUE,
    /** One invoice is settled before the next is begun; the invoice that was issued first goes first. */
    EARLIEST_INVOICE,
    EARLIEST_ISSUED,
    LOWEST_NUMBER,
    /** By id: what is in the books for longer goes first, so that the same input gives the same plan. */
    EARLIEST_RECORDED,
    /** Nothing puts one before the other: each gets its part in proportion to what is owed on it. */
    PROPORTIONAL;

    /**
     * @param on the day that says what is due
     * @throws IllegalArgumentException for those that say why, but give no order
     */
    Comparator<OpenItem> among(List<OpenItem> items, LocalDate on) {
        return switch (this) {
            case DUE -> comparing(item -> item.dueOn().isAfter(on));
            case HEAVIEST_BURDEN -> comparing(OpenItem::annualPercent).reversed();
            case EARLIEST_DUE -> comparing(OpenItem::dueOn);
            case EARLIEST_INVOICE -> byInvoice(items);
            case EARLIEST_ISSUED -> comparing(OpenItem::issuedOn);
            case LOWEST_NUMBER -> comparing(OpenItem::number);
            case EARLIEST_RECORDED -> comparing(OpenItem::receivableId);
            case DESIGNATED, ONLY_ONE, PROPORTIONAL -> throw new IllegalArgumentException(this + " is no order");
        };
    }

    private static Comparator<OpenItem> byInvoice(List<OpenItem> items) {
        Map<UUID, LocalDate> issuedOn = new HashMap<>();
        items.forEach(item -> issuedOn.merge(item.document(), item.issuedOn(), AllocationCriterion::earlier));
        return comparing((OpenItem item) -> issuedOn.getOrDefault(item.document(), item.issuedOn()))
                .thenComparing(OpenItem::document);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
