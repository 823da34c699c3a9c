/**
 * How much of which payment settles which receivable: the table {@code allocation}. Door: {@link
 * io.huikuan.allocation.AllocationBooking}, which opens the {@link io.huikuan.allocation.OpenLedger} that payments are allocated from.
 * Its invariant: no receivable gets more than is open on it, no payment gives more than it has, and nothing is ever taken back but
 * by a counter-entry.
 */
@NullMarked
package io.huikuan.allocation;

import org.jspecify.annotations.NullMarked;
