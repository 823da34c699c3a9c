package io.huikuan.landing;

import java.util.List;

/** Brings rows of one kind to the room that they belong to. */
interface RowLanding {
    ImportKind kind();

    /**
     * Decides on each row, in the transaction of the page: a row that is refused leaves nothing behind.
     *
     * @param rows sound as far as their form goes
     */
    void land(Errand errand, List<ImportRow> rows);
}
