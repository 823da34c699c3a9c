package io.huikuan.platform;

/** What somebody is allowed to do; who they may see is the team tree's business. */
public enum Role {
    SALESPERSON,
    MANAGER,
    FINANCE,
    ADMIN,
    INTEGRATION;

    // Annotations want constants.
    public static final String SALESPERSON_ROLE = "SALESPERSON";
    public static final String MANAGER_ROLE = "MANAGER";
    public static final String FINANCE_ROLE = "FINANCE";
    public static final String ADMIN_ROLE = "ADMIN";
    public static final String INTEGRATION_ROLE = "INTEGRATION";
}
