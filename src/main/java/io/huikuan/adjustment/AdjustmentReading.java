package io.huikuan.adjustment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the adjustments of one kind to whoever may see their customers. */
@ApplicationScoped
public class AdjustmentReading {
    private final AdjustmentQueries queries;
    private final AllocationBooking booking;

    AdjustmentReading(AdjustmentQueries queries, AllocationBooking booking) {
        this.queries = queries;
        this.booking = booking;
    }

    /** The latest first. */
    public Page<AdjustmentView> page(Viewer viewer, AdjustmentKind kind, AdjustmentFilter filter, PageRequest page) {
        var before = page.cursor();
        var rows = queries.list(
                kind,
                viewer.seesAll(),
                viewer.owners(),
                filter.customerId,
                filter.state,
                before.map(cursor -> cursor.date(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.adjustment().effectiveOn, row.adjustment().id))
                .map(row -> AdjustmentView.of(row, null, null));
    }

    /** @throws NotFound when it is not there, of another kind, or not the viewer's to see */
    public AdjustmentView one(Viewer viewer, AdjustmentKind kind, UUID id) {
        var row = queries.visible(id, kind, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        return AdjustmentView.of(
                row,
                queries.lines(viewer.organisationId(), id),
                booking.entriesOfAdjustment(viewer.organisationId(), id));
    }
}
