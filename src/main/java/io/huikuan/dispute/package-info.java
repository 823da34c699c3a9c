/**
 * What customers contest of what they owe, who clears that up by when, and how it ended. Door: {@link io.huikuan.dispute.Disputing}. Its
 * invariant: a contested part is held out of the demand exactly until its dispute has ended, stays in every total, and the rest of the
 * receivable runs on.
 */
@NullMarked
package io.huikuan.dispute;

import org.jspecify.annotations.NullMarked;
