package io.huikuan.rules;

/** How a due date is counted from a milestone. */
public enum DueKind {
    /** So many days after the milestone. */
    DAYS,
    /** So many days after the end of the milestone's month. */
    END_OF_MONTH,
    /** A day of a month that comes after the milestone's. */
    FIXED_DAY
}
