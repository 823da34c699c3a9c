/**
 * Finds out whose money a line of a bank statement is: suggestions with the evidence for each, and the match that books what was chosen.
 * Door: {@link io.huikuan.matching.Matching}; it owns no table. Its invariant: the payments that a line is matched to add up to it
 * exactly, are booked, as far as they are not in the books yet, in the transaction that marks it as matched, and are no other line.
 */
@NullMarked
package io.huikuan.matching;

import org.jspecify.annotations.NullMarked;
