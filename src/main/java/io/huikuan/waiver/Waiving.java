package io.huikuan.waiver;

import io.huikuan.adjustment.AdjustmentGranting;
import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.NewAdjustment;
import io.huikuan.allocation.AllocationBooking;
import io.huikuan.interest.InterestDue;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives up interest or fees that are due. */
@ApplicationScoped
public class Waiving {
    private final WaiverQueries queries;
    private final AllocationBooking booking;
    private final InterestDue interest;
    private final AdjustmentGranting granting;

    Waiving(WaiverQueries queries, AllocationBooking booking, InterestDue interest, AdjustmentGranting granting) {
        this.queries = queries;
        this.booking = booking;
        this.interest = interest;
        this.granting = granting;
    }

    /**
     * @param component INTEREST or FEE
     * @param amount null for all that is due today
     * @throws NotFound when the receivable is not the viewer's to see
     * @throws WaiverExceedsDue when less is due, or nothing
     * @throws io.huikuan.closing.PeriodClosed when today is closed
     */
    @Transactional
    public UUID waive(
            Viewer viewer,
            UUID receivableId,
            DebtComponent component,
            @Nullable Money amount,
            String reason,
            LocalDate today,
            Instant now) {
        var owed = queries.visible(receivableId, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (amount != null && !amount.currency().equals(owed.currency())) {
            throw InvalidRequest.field("/amount/currency", "currency-differs", owed.currency());
        }
        if (amount != null && !amount.isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
        booking.lockCustomers(viewer.organisationId(), List.of(owed.customerId()));
        var due = due(viewer, receivableId, component, owed, today);
        var waived = amount == null ? due : amount;
        if (!waived.isPositive() || waived.compareTo(due) > 0) {
            throw new WaiverExceedsDue(due);
        }
        var line = new NewAdjustment.Line(receivableId, component, waived);
        return granting.grant(
                viewer,
                new NewAdjustment(
                        null, owed.customerId(), AdjustmentKind.WAIVER, null, waived, today, reason, List.of(line)),
                today,
                now);
    }

    private Money due(
            Viewer viewer, UUID receivableId, DebtComponent component, WaiverQueries.Owed owed, LocalDate today) {
        var accrued = interest.of(viewer.organisationId(), List.of(owed.customerId()), today)
                .get(receivableId);
        if (accrued == null) {
            return Money.zero(owed.currency());
        }
        return component == DebtComponent.FEE ? accrued.fee() : accrued.interest();
    }
}
