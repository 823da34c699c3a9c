/**
 * Looks at each receivable when its day has come, decides with {@link io.huikuan.rules.ReminderLadder} whether somebody is to be
 * reminded, and stores every decision. Doors: {@link io.huikuan.reminder.ReminderLooking} for one page of looks and {@link
 * io.huikuan.reminder.RunLedger} for the runs that they belong to. Its invariant: decision, notices, position on the ladder and next
 * look are written in one transaction, so that running once or a hundred times, here or on many replicas, leaves the same rows.
 */
@NullMarked
package io.huikuan.reminder;

import org.jspecify.annotations.NullMarked;
