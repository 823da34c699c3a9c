package io.huikuan.receivable;

import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which receivables a list shows; what is absent does not narrow it. */
class ReceivableFilter {
    @Schema(name = "ReceivableStatusFilter")
    enum Status {
        OPEN,
        PARTLY_PAID,
        PAID,
        OVERDUE,
        SECURED,
        WRITTEN_OFF
    }

    @RestQuery
    @Nullable
    @Parameter(
            description =
                    "OPEN: something is still open, whether a part has been paid or not. PARTLY_PAID: of these, where a part is settled. "
                            + "OVERDUE: of the open ones, those due before today (or the as-of day). Nothing is open of the others. "
                            + "SECURED: a part waits for a cheque or draft to clear. WRITTEN_OFF: a part was given up. PAID: neither.")
    Status status;

    @RestQuery
    @Nullable
    @Parameter(description = "Of this salesperson's customers.")
    UUID ownerId;

    @RestQuery
    @Nullable
    UUID customerId;

    @RestQuery
    @Nullable
    @Parameter(description = "Due on this day or later.", example = "2026-11-01")
    LocalDate dueFrom;

    @RestQuery
    @Nullable
    @Parameter(description = "Due on this day or earlier.", example = "2026-11-30")
    LocalDate dueTo;

    @RestQuery
    @Nullable
    @Parameter(
            description = "At least this much is open, in whatever currency.",
            example = "1000.00",
            schema = @Schema(type = SchemaType.STRING, pattern = "\\d{1,15}(\\.\\d{1,4})?"))
    BigDecimal minOpen;

    List<ReceivableQueries.Row> read(ReceivableQueries queries, Viewer viewer, PageRequest page, LocalDate today) {
        return switch (status) {
            case null -> any(queries, viewer, page, null);
            case OPEN -> open(queries, viewer, page, false, dueTo);
            case PARTLY_PAID -> open(queries, viewer, page, true, dueTo);
            case OVERDUE -> open(queries, viewer, page, false, earlier(dueTo, today.minusDays(1)));
            case PAID, SECURED, WRITTEN_OFF -> any(queries, viewer, page, status);
        };
    }

    /** The same, of another day. */
    List<BookQueries.Then> readThen(
            BookQueries books, Viewer viewer, PageRequest page, LocalDate asOf, Instant knownAt) {
        var after = page.cursor();
        return books.then(
                viewer.organisationId(),
                viewer.seesAll(),
                viewer.owners(),
                asOf,
                knownAt,
                status == null ? null : status.name(),
                ownerId,
                customerId,
                dueFrom,
                dueTo,
                minOpen,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
    }

    private List<ReceivableQueries.Row> open(
            ReceivableQueries queries, Viewer viewer, PageRequest page, boolean partlyPaid, @Nullable LocalDate upTo) {
        var after = page.cursor();
        return queries.open(
                partlyPaid,
                viewer.seesAll(),
                viewer.owners(),
                ownerId,
                customerId,
                dueFrom,
                upTo,
                minOpen,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
    }

    private List<ReceivableQueries.Row> any(
            ReceivableQueries queries, Viewer viewer, PageRequest page, @Nullable Status closed) {
        var after = page.cursor();
        return queries.any(
                closed == null ? null : closed.name(),
                viewer.seesAll(),
                viewer.owners(),
                ownerId,
                customerId,
                dueFrom,
                dueTo,
                minOpen,
                after.map(cursor -> cursor.date(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? other : one;
    }
}
