package io.huikuan.rules;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/** How long a receivable is past its due date, in calendar days. The buckets cover every number of days exactly once. */
public enum AgeingBucket {
    NOT_DUE(Integer.MIN_VALUE, 0),
    D1_30(1, 30),
    D31_60(31, 60),
    D61_90(61, 90),
    D91_180(91, 180),
    D181_365(181, 365),
    OVER_365(366, Integer.MAX_VALUE);

    private final int fewestDaysPastDue;
    private final int mostDaysPastDue;

    AgeingBucket(int fewestDaysPastDue, int mostDaysPastDue) {
        this.fewestDaysPastDue = fewestDaysPastDue;
        this.mostDaysPastDue = mostDaysPastDue;
    }

    /** The bucket of a receivable due on {@code dueOn}, seen at the end of {@code asOf}. On its due date it is not yet past due. */
    public static AgeingBucket of(LocalDate dueOn, LocalDate asOf) {
        long daysPastDue = DAYS.between(dueOn, asOf);
        for (var bucket : values()) {
            if (daysPastDue <= bucket.mostDaysPastDue) {
                return bucket;
            }
        }
        return OVER_365;
    }

    /** Inclusive; {@link Integer#MIN_VALUE} where there is no lower bound. */
    public int fewestDaysPastDue() {
        return fewestDaysPastDue;
    }

    /** Inclusive; {@link Integer#MAX_VALUE} where there is no upper bound. */
    public int mostDaysPastDue() {
        return mostDaysPastDue;
    }
}
