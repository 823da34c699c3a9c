package io.huikuan.rules;

/** Work that a reminder step hands out besides the notice. */
public enum StepTask {
    FOLLOW_UP,
    LEGAL_REVIEW
}
