package io.huikuan.subscription;

import io.huikuan.channel.PushKind;

/** What can be subscribed to. */
public enum SubscriptionKind {
    /** What is owed to the reader's own customers' accounts, by days past due. */
    MY_DUE(PushKind.MY_DUE),
    /** What is overdue, by owner, of everybody whom the reader sees. */
    TEAM_OVERDUE(PushKind.TEAM_OVERDUE),
    /** What was received on the day before, of every customer whom the reader sees. */
    RECEIPTS(PushKind.RECEIPTS),
    /** Which part of what fell due in the week before has come in, by team. */
    TEAM_RATES(PushKind.TEAM_RATES);

    private final PushKind push;

    SubscriptionKind(PushKind push) {
        this.push = push;
    }

    PushKind push() {
        return push;
    }
}
