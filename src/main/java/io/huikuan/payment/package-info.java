/**
 * Payments, what of them is allocated to which receivable, and what is left unapplied. Doors: {@link
 * io.huikuan.payment.PaymentRecording}, {@link io.huikuan.payment.PaymentSettlement}. Its invariant: a payment's allocations and its
 * unapplied rest add up to its amount, and nothing is ever taken back but by a counter-entry.
 */
@NullMarked
package io.huikuan.payment;

import org.jspecify.annotations.NullMarked;
