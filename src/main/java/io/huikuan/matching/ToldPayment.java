package io.huikuan.matching;

import io.huikuan.bankstatement.MatchedPart.Booked;
import io.huikuan.payment.PaymentState;
import io.huikuan.rules.StatementMatching.Payment;
import org.jspecify.annotations.Nullable;

/**
 * A payment that somebody has told of, as it stands.
 *
 * @param account on which it was told to have come; null where nobody said
 * @param matched whether a line is matched to it already
 */
record ToldPayment(
        Payment payment, PaymentState state, @Nullable String account, boolean paper, boolean matched) {
    /** @throws PaymentOnOtherAccount when it was told to have come on another one */
    void requireOn(String lineAccount) {
        if (account != null && !account.equals(lineAccount)) {
            throw new PaymentOnOtherAccount(account);
        }
    }

    /**
     * What is left to book when a line turns out to be this payment.
     *
     * @throws PaymentGone when it never came, or is gone again
     * @throws PaperOnlyClaimed when it is a cheque or draft that finance does not hold
     * @throws PaymentMatched when another line is it already
     */
    Booked toBook() {
        var left = switch (state) {
            case CLAIMED -> Booked.CONFIRMED;
            case SECURED -> Booked.CLEARED;
            case CONFIRMED -> Booked.NOTHING;
            case REJECTED, BOUNCED, REVERSED -> throw new PaymentGone();
        };
        if (left == Booked.CONFIRMED && paper) {
            throw new PaperOnlyClaimed();
        }
        if (matched) {
            throw new PaymentMatched();
        }
        return left;
    }
}
