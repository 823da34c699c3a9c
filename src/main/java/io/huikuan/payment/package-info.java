/**
 * Receipts: claimed, confirmed, recorded, reversed and listed, and what of them is unapplied. Doors: {@link
 * io.huikuan.payment.PaymentRecording}, {@link io.huikuan.payment.PaymentSettlement}. Its invariant: a confirmed payment's allocations
 * and its unapplied rest add up to its amount, and customer and reference name one payment on each account.
 */
@NullMarked
package io.huikuan.payment;

import org.jspecify.annotations.NullMarked;
