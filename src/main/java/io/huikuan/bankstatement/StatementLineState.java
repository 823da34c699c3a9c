package io.huikuan.bankstatement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether it is known whose money a line is. */
@Schema(name = "BankStatementLineState")
public enum StatementLineState {
    UNMATCHED,
    /** It is the payments of its match. */
    MATCHED,
    /** It is no customer's money. */
    REFUSED
}
