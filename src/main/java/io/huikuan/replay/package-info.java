/**
 * Compares what would have been sent in the past months under another reminder policy with what would have been under those that are
 * followed now: by person and customer, before anybody is told anything. Doors: {@link io.huikuan.replay.ReplayBook} for who wants one and
 * how far it has got, {@link io.huikuan.replay.ReplayPaging} for a page of it. Its invariant: it changes nothing but its own tables, and both sides
 * are decided by {@link io.huikuan.rules.ReminderLadder}, as every run is.
 */
@NullMarked
package io.huikuan.replay;

import org.jspecify.annotations.NullMarked;
