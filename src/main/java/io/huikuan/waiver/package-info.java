/**
 * Interest and fees that are not asked for. Owns no table: the room {@code adjustment} keeps waivers, the room {@code interest} says what
 * is due. Door: {@link io.huikuan.waiver.Waiving}. Its invariant: nobody waives more than is due.
 */
@NullMarked
package io.huikuan.waiver;

import org.jspecify.annotations.NullMarked;
