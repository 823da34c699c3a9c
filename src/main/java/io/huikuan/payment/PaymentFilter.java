package io.huikuan.payment;

import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which payments a list shows; what is absent does not narrow it. */
class PaymentFilter {
    @RestQuery
    @Nullable
    UUID customerId;

    @RestQuery
    @Nullable
    PaymentState state;

    @RestQuery
    @Nullable
    @Parameter(description = "Received on this day or later.", example = "2026-11-01")
    LocalDate receivedFrom;

    @RestQuery
    @Nullable
    @Parameter(description = "Received on this day or earlier.", example = "2026-11-30")
    LocalDate receivedTo;

    @RestQuery
    @Nullable
    @Parameter(description = "Of exactly this reference.", example = "ICBC-20261120-0093")
    String reference;

    List<PaymentQueries.Row> read(PaymentQueries queries, Viewer viewer, PageRequest page) {
        var before = page.cursor();
        return queries.list(
                viewer.seesAll(),
                viewer.owners(),
                customerId,
                state,
                receivedFrom,
                receivedTo,
                reference,
                before.map(cursor -> cursor.date(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
    }
}
