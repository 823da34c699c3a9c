package io.huikuan.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody is not to be disturbed, by the clock on their wall: from one time of the day up to, but without, another, as a rule over
 * midnight. Two equal times leave no quiet hours.
 */
public record QuietHours(LocalTime from, LocalTime until) {
    public boolean cover(Instant now, ZoneId zone) {
        var time = now.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : from.isAfter(until) && (!time.isBefore(from) || time.isBefore(until));
    }

    /** When those that cover {@code now} are over. Where clocks skip that time, the first one after it. */
    public Instant end(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var day = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone).toInstant();
    }
}
