package io.huikuan.notification;

/** How far its recipient has got with a notice. It only ever moves on. */
enum NoticeState {
    /** Put away until a moment that its recipient chose; then it is unseen again, by itself. Never kept: it follows from that moment. */
    SNOOZED,
    UNSEEN,
    SEEN,
    READ,
    /** Taken on: it is not told again. */
    ACKNOWLEDGED,
    /** Nothing is left to do, by the recipient's word or because it was paid. */
    DONE
}
