/**
 * Receivables: one amount of one customer, due by one date. Door: {@link io.huikuan.receivable.ReceivableLooks}. Its invariant: what
 * is open has a date of its next look, what is settled has none.
 */
@NullMarked
package io.huikuan.receivable;

import org.jspecify.annotations.NullMarked;
