package io.huikuan.rules;

/** What a debt is made of, in the order in which the Civil Code of the PRC, article 561, has it settled. */
public enum DebtComponent {
    /** What realising the claim costs. */
    FEE,
    INTEREST,
    /** The amount that was billed. */
    PRINCIPAL
}
