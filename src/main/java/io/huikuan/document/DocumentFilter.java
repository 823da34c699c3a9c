package io.huikuan.document;

import io.huikuan.platform.LikePattern;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which contracts or invoices a list shows; what is absent does not narrow it. */
class DocumentFilter {
    @RestQuery
    @Nullable
    @Size(max = 64)
    @Parameter(description = "Any part of the number.", example = "2026-0042")
    String q;

    @RestQuery
    @Nullable
    @Parameter(description = "Of this salesperson's customers.")
    UUID ownerId;

    @RestQuery
    @Nullable
    UUID customerId;

    @RestQuery
    @Nullable
    @Parameter(description = "Signed or issued on this day or later.", example = "2026-11-01")
    LocalDate from;

    @RestQuery
    @Nullable
    @Parameter(description = "Signed or issued on this day or earlier.", example = "2026-11-30")
    LocalDate to;

    List<DocumentQueries.ContractRow> contracts(DocumentQueries queries, Viewer viewer, PageRequest page) {
        return queries.contracts(
                viewer.seesAll(),
                viewer.owners(),
                LikePattern.containing(q),
                ownerId,
                customerId,
                from,
                to,
                after(page),
                page.rows());
    }

    List<DocumentQueries.InvoiceRow> invoices(DocumentQueries queries, Viewer viewer, PageRequest page) {
        return queries.invoices(
                viewer.seesAll(),
                viewer.owners(),
                LikePattern.containing(q),
                ownerId,
                customerId,
                from,
                to,
                after(page),
                page.rows());
    }

    private static @Nullable UUID after(PageRequest page) {
        return page.cursor().map(cursor -> cursor.id(0)).orElse(null);
    }
}
