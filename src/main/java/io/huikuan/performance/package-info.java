/**
 * Team numbers: ageing and collection rates, of any day and for every level of the team tree. It owns no table and has no
 * door: it only reads, with set-based SQL. Its invariant: each number is the sum of the rows that the same viewer can list.
 */
@NullMarked
package io.huikuan.performance;

import org.jspecify.annotations.NullMarked;
