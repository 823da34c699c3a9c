package io.huikuan.rules;

/**
 * Which part of which whole a collection rate is. Every answer names its formula; the rows behind both amounts can be listed. Write-offs and
 * credit notes are never part of the collected amount.
 */
public enum CollectionFormula {
    /** Of the amount due in the period, the part that was allocated to those receivables up to the as-of date. */
    CR_DUE,
    /** Of the amount due in the period, the part that was paid on or before each receivable's due date. */
    CR_TIMELY
}
