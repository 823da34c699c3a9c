package io.huikuan.reminder;

import java.time.LocalDate;
import java.util.UUID;

/** Where in the order of next looks a sweep has got to. */
record Place(LocalDate nextLookOn, UUID receivableId) {
    /** Before every receivable that there can be. */
    static final Place START = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));

    static Place of(ReminderQueries.Due due) {
        return new Place(due.nextLookOn(), due.receivableId());
    }
}
