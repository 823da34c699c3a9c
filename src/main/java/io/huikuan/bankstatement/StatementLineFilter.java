package io.huikuan.bankstatement;

import io.huikuan.platform.PageRequest;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which lines a list shows; what is absent does not narrow it. */
class StatementLineFilter {
    @RestQuery
    @Nullable
    StatementLineState state;

    @RestQuery
    @Nullable
    @Parameter(description = "Of exactly this account of the company's.", example = "ICBC-1001")
    String account;

    @RestQuery
    @Nullable
    @Parameter(description = "Of this value date or later.", example = "2026-11-01")
    LocalDate from;

    @RestQuery
    @Nullable
    @Parameter(description = "Of this value date or earlier.", example = "2026-11-30")
    LocalDate to;

    List<StatementLine> read(StatementLineQueries queries, PageRequest page) {
        var before = page.cursor();
        return queries.list(
                state,
                account,
                from,
                to,
                before.map(cursor -> cursor.date(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
    }
}
