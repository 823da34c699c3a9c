package io.huikuan.bankstatement;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line says, for those who look for whose money it is. */
public record OpenLine(
        UUID id,
        String account,
        String bankReference,
        LocalDate valueDate,
        Money amount,
        @Nullable String payerName,
        @Nullable String payerAccount,
        @Nullable String remittance) {
    static OpenLine of(StatementLine line) {
        return new OpenLine(
                line.id,
                line.account,
                line.bankReference,
                line.valueDate,
                line.money(),
                line.payerName,
                line.payerAccount,
                line.remittance);
    }

    /** By what a payer is known again: the account, or the name where the bank tells none. */
    public @Nullable String payer() {
        return payerAccount == null ? payerName : payerAccount;
    }
}
