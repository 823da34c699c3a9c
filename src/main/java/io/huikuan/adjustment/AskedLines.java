package io.huikuan.adjustment;

import io.huikuan.adjustment.AdjustmentQueries.Named;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the lines of an adjustment make sense beside the books; pointers are those of the request, {@code /allocations/…}. */
record AskedLines(NewAdjustment wanted, Map<UUID, Named> receivables) {
    static AskedLines of(NewAdjustment wanted, List<Named> receivables) {
        return new AskedLines(wanted, receivables.stream().collect(Collectors.toMap(Named::id, Function.identity())));
    }

    /**
     * @throws InvalidRequest when a line makes no sense, whatever is open
     * @throws AdjustmentExceedsOpenAmount when one is more than is open
     */
    void require() {
        var named = new HashSet<UUID>();
        var left = wanted.amount();
        for (int index = 0; index < wanted.lines().size(); index++) {
            var line = wanted.lines().get(index);
            var pointer = "/allocations/" + index;
            requireSense(line, pointer);
            if (!named.add(line.receivableId())) {
                throw InvalidRequest.field(pointer + "/receivableId", "given-twice");
            }
            requireOpen(line, index, pointer);
            left = left.minus(line.amount());
            if (left.isNegative()) {
                throw InvalidRequest.field(pointer + "/amount", "exceeds-adjustment", wanted.amount());
            }
        }
    }

    private void requireSense(NewAdjustment.Line line, String pointer) {
        if (!line.amount().isPositive()) {
            throw InvalidRequest.field(pointer + "/amount/amount", "must-be-positive");
        }
        if (!line.amount().currency().equals(wanted.amount().currency())) {
            throw InvalidRequest.field(
                    pointer + "/amount/currency",
                    "currency-differs",
                    wanted.amount().currency());
        }
    }

    private void requireOpen(NewAdjustment.Line line, int index, String pointer) {
        var receivable = receivables.get(line.receivableId());
        if (receivable == null) {
            throw InvalidRequest.field(pointer + "/receivableId", "receivable-unknown");
        }
        if (!receivable.currency().equals(line.amount().currency())) {
            throw InvalidRequest.field(pointer + "/amount/currency", "currency-differs", receivable.currency());
        }
        if (wanted.effectiveOn().isBefore(receivable.issuedOn())) {
            throw InvalidRequest.field("/effectiveOn", "before-issue", receivable.number());
        }
        var open = Money.of(receivable.openAmount(), receivable.currency());
        if (line.component() == DebtComponent.PRINCIPAL && line.amount().compareTo(open) > 0) {
            throw new AdjustmentExceedsOpenAmount(index, receivable.number(), open);
        }
    }

    /** The dates that no adjustment may have, whatever it settles. */
    static void requireDay(LocalDate effectiveOn, LocalDate today) {
        if (effectiveOn.isAfter(today)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-in-the-future");
        }
        if (effectiveOn.isBefore(today.minusYears(50))) {
            throw InvalidRequest.field("/effectiveOn", "date-implausible", 50);
        }
    }
}
