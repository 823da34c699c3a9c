package io.huikuan.notification;

import io.huikuan.channel.PushKind;
import java.util.Optional;

/** Why somebody is told. The words for each stand in {@code notices.properties}. */
public enum NoticeKind {
    /** A receivable falls due in some days. */
    DUE_SOON,
    /** It falls due on the business date. */
    DUE_TODAY,
    /** It was due, and is still open. */
    OVERDUE,
    /** It is overdue for so long that somebody besides the owner is called in. */
    ESCALATED,
    /** A salesperson says that money came: finance has to look. */
    PAYMENT_CLAIMED,
    /** Finance holds a cheque or draft. */
    PAYMENT_SECURED,
    PAYMENT_CONFIRMED,
    /** A cheque or draft is cash now. */
    PAYMENT_CLEARED,
    PAYMENT_REJECTED,
    /** A cheque or draft was not honoured: what it had closed is open again. */
    PAYMENT_BOUNCED,
    PAYMENT_REVERSED,
    /** The time of a task has come. */
    TASK_DUE,
    /** A letter that reminds a customer waits for approval. */
    DUNNING_LETTER_PROPOSED,
    /** Customers are this person's now. */
    CUSTOMERS_HANDED_OVER,
    /** A version of a payment plan waits for approval by another person than who proposed it. */
    PLAN_PROPOSED,
    PLAN_APPROVED,
    PLAN_REFUSED,
    /** What a customer has promised to pay falls due on the next working day. */
    PROMISE_DUE,
    PROMISE_KEPT,
    PROMISE_PARTLY_KEPT,
    /** Nothing of it came in time. */
    PROMISE_BROKEN,
    /** A customer contests a part of a receivable: somebody has to clear that up, and finance to decide. */
    DISPUTE_RAISED,
    /** The day by which it was to be cleared up is over. */
    DISPUTE_OVERDUE,
    DISPUTE_UPHELD,
    DISPUTE_REJECTED;

    /** The push by which news of this kind is told at once; empty for what can wait: what the ladder tells is in the digest of the day. */
    Optional<PushKind> push() {
        return switch (this) {
            case DUE_SOON, DUE_TODAY, OVERDUE, ESCALATED -> Optional.empty();
            case PAYMENT_CONFIRMED, PAYMENT_CLEARED -> Optional.of(PushKind.PAYMENT_RECEIVED);
            case PAYMENT_CLAIMED, PAYMENT_SECURED, PAYMENT_REJECTED, PAYMENT_BOUNCED, PAYMENT_REVERSED ->
                Optional.of(PushKind.PAYMENT_NEWS);
            case DUNNING_LETTER_PROPOSED -> Optional.of(PushKind.LETTER_WAITING);
            case PLAN_PROPOSED, PLAN_APPROVED, PLAN_REFUSED -> Optional.of(PushKind.PLAN_NEWS);
            case PROMISE_BROKEN -> Optional.of(PushKind.PROMISE_BROKEN);
            case TASK_DUE -> Optional.of(PushKind.TASK_DUE);
            case CUSTOMERS_HANDED_OVER -> Optional.of(PushKind.HANDED_OVER);
            // These can wait in the inbox until its reader opens it.
            case PROMISE_DUE, PROMISE_KEPT, PROMISE_PARTLY_KEPT -> Optional.empty();
            case DISPUTE_RAISED, DISPUTE_OVERDUE, DISPUTE_UPHELD, DISPUTE_REJECTED -> Optional.empty();
        };
    }
}
