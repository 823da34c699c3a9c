package io.huikuan.hold;

/** Why nobody is asked for a while. */
public enum PauseKind {
    /** It was agreed with the customer, until a day. */
    PAUSE,
    /** Lawyers have it: until somebody says that they have done, or a day. */
    LEGAL
}
