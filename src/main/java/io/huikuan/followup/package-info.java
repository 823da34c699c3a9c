/**
 * Follow-up tasks: who does what by when, for which customer and receivable. Doors: {@link
 * io.huikuan.followup.FollowUpPlanning}, {@link io.huikuan.followup.FollowUpKeeping}, {@link io.huikuan.followup.FollowUpNagging}, {@link
 * io.huikuan.followup.FollowUpTelling}. Its invariant: a reminder step has at
 * most one open task per receivable, however often the run is repeated, and what is done stays as it was done.
 */
@NullMarked
package io.huikuan.followup;

import org.jspecify.annotations.NullMarked;
