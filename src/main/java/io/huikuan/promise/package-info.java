/**
 * What customers have promised to pay by when, and what became of it. Doors: {@link io.huikuan.promise.Promising} and {@link
 * io.huikuan.promise.PromiseSettling}. Its invariant: whether a promise was kept follows from the allocations, whatever the order in
 * which money, counter-entries and days come; of one receivable at most one promise is open.
 */
@NullMarked
package io.huikuan.promise;

import org.jspecify.annotations.NullMarked;
