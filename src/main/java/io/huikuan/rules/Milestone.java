package io.huikuan.rules;

/** What has to happen before the days of a payment term are counted. */
public enum Milestone {
    /** The plan is made: known at once. */
    ISSUE,
    /** The contract is signed: the contract tells when. */
    SIGNING,
    DELIVERY,
    ACCEPTANCE;

    /** True where nobody has to tell when it was. */
    public boolean isKnownAtOnce() {
        return this == ISSUE || this == SIGNING;
    }
}
