package io.huikuan.rules;

/** Whom a reminder step speaks to, by what they are to the receivable; who that is today is looked up when it is sent. */
public enum Audience {
    /** The salesperson who owns the customer. */
    OWNER,
    FINANCE,
    /** Who leads the owner's team. */
    MANAGER,
    /** Who stands above the manager. */
    DIRECTOR,
    /** The customer itself, by letter. A ladder speaks to the customer in all of its steps or in none. */
    CUSTOMER
}
