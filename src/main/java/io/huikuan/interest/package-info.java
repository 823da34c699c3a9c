/**
 * What being late costs: the terms that were agreed (table {@code interest_terms}) and what has accrued by them, derived from the
 * entries of the ledger whenever somebody asks. Doors: {@link io.huikuan.interest.InterestDue}, {@link
 * io.huikuan.interest.InterestTermsKeeping}. Its invariant: terms are never changed, only followed by others, so that what had accrued
 * as of a day, as known at a moment, is the same whenever it is asked.
 */
@NullMarked
package io.huikuan.interest;

import org.jspecify.annotations.NullMarked;
