/**
 * How a customer stands: what is owed, what came and was said last, what comes next, how they use to pay. It owns no table and has
 * no door: it only reads. Its invariant: its sums are those of the receivables and payments that the same viewer can list.
 */
@NullMarked
package io.huikuan.standing;

import org.jspecify.annotations.NullMarked;
