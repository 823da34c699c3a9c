/**
 * Reminder policies: ladders of steps that an organisation writes for itself, version after version. Doors: {@link
 * io.huikuan.policy.PolicyKeeping} to write them and {@link io.huikuan.policy.PolicyShelf} to read them; a new version fires {@link
 * io.huikuan.policy.PolicyRewritten}. Its invariant: a version never changes, and none is written whose steps can't do what they say.
 */
@NullMarked
package io.huikuan.policy;

import org.jspecify.annotations.NullMarked;
