/**
 * Less is asked for where it comes early: the table {@code discount_offer}. Nobody calls this room: it answers the room
 * {@code allocation} through {@link io.huikuan.allocation.EarlyPayment}, and the room {@code adjustment} keeps what was given up. Its
 * invariant: a receivable has one offer at a time, and one that was taken is backed by a discount that counts.
 */
@NullMarked
package io.huikuan.discount;

import org.jspecify.annotations.NullMarked;
