package io.huikuan.rights;

/** Whose row it is, seen from the {@link Caller#SALESPERSON}: from near to far. */
enum Whose {
    OWN,
    TEAM_MATE,
    OTHER_TEAM,
    OTHER_ORGANISATION
}
