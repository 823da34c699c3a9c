package io.huikuan.rules;

/** Why nothing is sent, in the order in which it is asked: the first that applies is the answer. */
public enum Suppression {
    /** Nothing is open. The only answer without a next look. */
    PAID,
    /** The policy that applies says that nobody is to be reminded. */
    NO_REMINDERS,
    /** What is open is less than the policy's minimum. */
    BELOW_TOLERANCE,
    /** What is not promised, disputed or paused is nothing, or less than the policy's minimum. */
    ON_HOLD,
    /** The first step is still to come. */
    NOT_YET,
    /** The step reached was sent, and need not be repeated today. */
    ALREADY_SENT,
    /** A step is due, but today is a day off. */
    NON_WORKING_DAY,
    /** A step is due, but the last send is too recent. */
    MIN_INTERVAL,
    /** A step is due, but there is nobody to tell. */
    NO_RECIPIENT
}
