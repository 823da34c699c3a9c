/**
 * The statement of account that finance sends to a customer: every entry of a period with the balance after it, what is open at its end
 * and how old that is, as JSON, PDF and XLSX. It owns no table and only reads; door: {@link
 * io.huikuan.statement.StatementFiles}, for letters that it comes with. Its invariant: opening balance + entries =
 * closing balance = what is open − what is unapplied, in each currency, as of any day and as known at any moment.
 */
@NullMarked
package io.huikuan.statement;

import org.jspecify.annotations.NullMarked;
