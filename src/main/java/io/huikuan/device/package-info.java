/**
 * Which phone is in whose hand, and whether people can be reached by them. Door: {@link io.huikuan.device.DeviceKeeping}. Its invariant: an
 * address has one user at a time, in all organisations together, and is in no log and no answer.
 */
@NullMarked
package io.huikuan.device;

import org.jspecify.annotations.NullMarked;
