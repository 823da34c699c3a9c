/**
 * Up to which day the books are closed. Door: {@link io.huikuan.closing.ClosedPeriods}. Its invariant: once a day is closed, no entry
 * counts from it or from an earlier day, also none of a transaction that began before.
 */
@NullMarked
package io.huikuan.closing;

import org.jspecify.annotations.NullMarked;
