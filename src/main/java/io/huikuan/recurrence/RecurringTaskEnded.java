package io.huikuan.recurrence;

import io.huikuan.platform.Problem;

/** No occurrence comes any more: it was ended, or its rule has. */
public final class RecurringTaskEnded extends Problem {
    RecurringTaskEnded() {
        super(Kind.CONFLICT);
    }
}
