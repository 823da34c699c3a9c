package io.huikuan.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Brings rows of one kind to the room that they belong to. */
interface RowLanding {
    /**
     * In whose name rows land.
     *
     * @param today in the organisation's zone
     */
    record Errand(UUID organisationId, UUID actorId, LocalDate today, Instant now) {}

    ImportKind kind();

    /**
     * Decides on each row, in the transaction of the page: a row that is refused leaves nothing behind.
     *
     * @param rows sound as far as their form goes
     */
    void land(Errand errand, List<ImportRow> rows);
}
