/**
 * Team numbers: ageing and collection rates, of any day and for every level of the team tree. It owns no table: it only reads, with
 * set-based SQL. Door: {@link io.huikuan.performance.TeamNumbers}. Its invariant: each number is the sum of the rows that the same viewer can list.
 */
@NullMarked
package io.huikuan.performance;

import org.jspecify.annotations.NullMarked;
