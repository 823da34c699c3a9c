package io.huikuan.rights;

/** Who asks. The salesperson and the manager belong to one team, the others to the whole organisation. */
enum Caller {
    SALESPERSON,
    MANAGER,
    FINANCE,
    ADMIN,
    INTEGRATION,
    ANONYMOUS
}
