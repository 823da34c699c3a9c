package io.huikuan.bankstatement;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that a bank says has come in.
 *
 * @param account the company's own
 * @param bankReference names the line within the account
 * @param amount more than zero
 * @param payerAccount kept without its spaces and dashes, which banks write as they like
 */
public record NewStatementLine(
        String account,
        String bankReference,
        LocalDate valueDate,
        Money amount,
        @Nullable String payerName,
        @Nullable String payerAccount,
        @Nullable String remittance) {
    public NewStatementLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("no credit: " + amount);
        }
        // Banks write a dash where they know no account: that is nobody's, and not one that strangers share.
        payerAccount = payerAccount == null ? null : payerAccount.replaceAll("[\\s-]+", "");
        payerAccount = payerAccount == null || payerAccount.isEmpty() ? null : payerAccount;
    }
}
