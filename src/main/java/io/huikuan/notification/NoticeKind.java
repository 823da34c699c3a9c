package io.huikuan.notification;

/** Why somebody is told. The words for each stand in {@code notices.properties}. */
public enum NoticeKind {
    /** A receivable falls due in some days. */
    DUE_SOON,
    /** It falls due on the business date. */
    DUE_TODAY,
    /** It was due, and is still open. */
    OVERDUE,
    /** It is overdue for so long that somebody besides the owner is called in. */
    ESCALATED
}
