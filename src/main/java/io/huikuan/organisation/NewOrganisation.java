package io.huikuan.organisation;

/** What is needed to found an organisation; validated by {@link OrganisationRegister}. */
public record NewOrganisation(String code, String name, String timeZone, String currency, String locale) {}
