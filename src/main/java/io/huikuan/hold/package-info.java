/**
 * What takes money out of the demand for a while, and the pauses that were agreed. Doors: {@link io.huikuan.hold.HoldKeeping}, for the
 * rooms whose promises and disputes hold something, {@link io.huikuan.hold.HoldAccess} and {@link io.huikuan.hold.Pausing}. Its
 * invariant: a hold ends by itself on its last day, or has somebody who has to decide on it; and however many stand on a receivable,
 * they take out no more than is open.
 */
@NullMarked
package io.huikuan.hold;

import org.jspecify.annotations.NullMarked;
