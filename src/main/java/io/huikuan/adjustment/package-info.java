/**
 * What lowers what is owed without being money: the tables {@code adjustment} and {@code adjustment_line}. Doors: {@link
 * io.huikuan.adjustment.AdjustmentAsking}, {@link io.huikuan.adjustment.AdjustmentDeciding}, {@link
 * io.huikuan.adjustment.AdjustmentGranting}, and {@link io.huikuan.adjustment.AdjustmentReading} for the rooms that show one kind of
 * them. Its invariant: a credit note or write-off settles nothing before a second person has approved it, and what an adjustment
 * settles and what is unapplied of it add up to its amount.
 */
@NullMarked
package io.huikuan.adjustment;

import org.jspecify.annotations.NullMarked;
