package io.huikuan.performance;

/** Which due dates, and which amounts, a number goes by. */
enum PlanBasis {
    /** Those that hold by now. */
    PRESENT,
    /** Those that were billed first, whatever was agreed since. */
    ORIGINAL
}
