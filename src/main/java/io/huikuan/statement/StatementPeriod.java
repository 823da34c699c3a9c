package io.huikuan.statement;

import io.huikuan.platform.InvalidRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?from=&to=&knownAt=}. */
class StatementPeriod {
    /** Whatever is in the books was recorded before. */
    private static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    @RestQuery
    @Nullable
    @Parameter(
            description =
                    "The first day; the first of the month of `to` where absent. What came before is the opening balance.",
            example = "2026-11-01")
    LocalDate from;

    @RestQuery
    @Nullable
    @Parameter(
            description = "The last day, as of whose end balances and open items are; today where absent.",
            example = "2026-11-30")
    LocalDate to;

    @RestQuery
    @Nullable
    @Parameter(
            description =
                    "As known at this moment: what was recorded later is left out. All that is known now where absent.",
            example = "2026-12-01T08:00:00Z")
    Instant knownAt;

    /** A period that is settled. */
    record Days(LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        /** The last moment whose entries count. */
        Instant moment() {
            return knownAt == null ? EVERYTHING : knownAt;
        }
    }

    /** @throws InvalidRequest when it ends before it begins */
    Days days(LocalDate today) {
        var last = to == null ? today : to;
        var first = from == null ? last.withDayOfMonth(1) : from;
        if (last.isBefore(first)) {
            throw InvalidRequest.field("/to", "must-not-be-before", first);
        }
        return new Days(first, last, knownAt);
    }
}
