package io.huikuan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What an organisation has settled for all its people.
 *
 * @param zone decides what "today" is
 * @param currency ISO 4217, the default of new entries
 * @param locale {@code zh-CN} or {@code en}, the default of new users
 */
public record OrganisationSettings(UUID id, String code, String name, ZoneId zone, String currency, String locale) {
    /** The business date at this moment. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
