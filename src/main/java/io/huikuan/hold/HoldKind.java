package io.huikuan.hold;

/** Why nobody is asked for some money for a while. */
public enum HoldKind {
    PROMISE,
    DISPUTE,
    PAUSE,
    LEGAL
}
