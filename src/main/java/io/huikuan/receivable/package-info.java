/**
 * Receivables: one amount of one customer due by one date, the unit of ageing, reminding and allocating. Doors: {@link
 * io.huikuan.receivable.ReceivableBilling}, {@link io.huikuan.receivable.ReceivableSettlement}, {@link
 * io.huikuan.receivable.ReceivableChanging}, {@link io.huikuan.receivable.ReceivableRescheduling}, {@link
 * io.huikuan.receivable.ReceivableLooks}. Its invariant: what is open is what was billed less what was allocated, never below zero,
 * and its owner is the customer's.
 */
@NullMarked
package io.huikuan.receivable;

import org.jspecify.annotations.NullMarked;
