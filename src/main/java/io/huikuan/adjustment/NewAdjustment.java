package io.huikuan.adjustment;

import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment that somebody asks for.
 *
 * @param number names it among those of its kind and customer
 * @param lines which receivables it is to settle; together at most the amount, and all of it unless it is a credit note
 */
public record NewAdjustment(
        @Nullable UUID id,
        UUID customerId,
        AdjustmentKind kind,
        @Nullable String number,
        Money amount,
        LocalDate effectiveOn,
        String reason,
        List<Line> lines) {

    public NewAdjustment {
        lines = List.copyOf(lines);
    }

    /** A part of it for one receivable. */
    public record Line(UUID receivableId, DebtComponent component, Money amount) {}
}
