/**
 * The communication log: who talked with whom about what, and how it ended. Door: {@link
 * io.huikuan.contactlog.ContactLogging}. Its invariant: nothing is overwritten; a correction is a new version, every version
 * stays readable, and at most one of them is the latest.
 */
@NullMarked
package io.huikuan.contactlog;

import org.jspecify.annotations.NullMarked;
