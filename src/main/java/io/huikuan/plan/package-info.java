/**
 * Payment plans: in which lines a contract is paid, version after version, and what each line waits for. Doors: {@link
 * io.huikuan.plan.PlanMaking}, {@link io.huikuan.plan.Replanning}. Its invariant: a plan and what is billed beside it are never more
 * than the contract, a line with a date has its receivable, and no version loses what was paid or billed under the one before. Through
 * {@link io.huikuan.receivable.AgreedDueDates} it tells the receivable room which due dates only a new version changes.
 */
@NullMarked
package io.huikuan.plan;

import org.jspecify.annotations.NullMarked;
