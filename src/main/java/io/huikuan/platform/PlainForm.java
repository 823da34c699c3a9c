package io.huikuan.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How texts, days and moments look wherever a client sends them: in JSON, in query parameters, in cursors. Narrower than Java's own
 * forms, so that whatever passes can be calculated with and stored.
 */
final class PlainForm {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private PlainForm() {}

    /** @throws IllegalArgumentException for a character that PostgreSQL can't store */
    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("has the character NUL");
        }
        return text;
    }

    /** @throws DateTimeException for what is no ISO 8601 date of the years 1 to 9999 */
    static LocalDate day(String text) {
        return within(LocalDate.parse(text));
    }

    /** @throws DateTimeException for what is no ISO 8601 moment of the years 1 to 9999 */
    static Instant moment(String text) {
        var moment = Instant.parse(text);
        within(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return moment;
    }

    private static LocalDate within(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not within the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
