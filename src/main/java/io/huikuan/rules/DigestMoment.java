package io.huikuan.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * When a person's digest of the day goes out, and when it stops being useful: at the end of the local day that it goes out on.
 *
 * <p>Everybody has a minute and a second of their own between 08:40 and 09:10, always the same, and never beside a full or a quarter hour,
 * when every other sender in the world sends. Between 21:00 and 08:00 nobody is disturbed.
 */
public record DigestMoment(Instant sendAt, Instant expiresAt) {

    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    /** Minutes after eight o'clock that are given out: those at least two minutes from a quarter of an hour. */
    private static final int[] MINUTES = IntStream.range(40, 70)
            .filter(minute -> minute % 15 >= 2 && minute % 15 <= 13)
            .toArray();

    private static final Duration LEAST_LIFE = Duration.ofHours(1);

    /** At the person's own time if that is still to come today, else now; in the evening's quiet hours at that time tomorrow. */
    public static DigestMoment atChosenTime(UUID recipientId, Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var today = local.toLocalDate();
        var chosen = chosenTime(recipientId);
        if (!local.toLocalTime().isBefore(QUIET_FROM)) {
            return on(today.plusDays(1), chosen, zone);
        }
        return local.toLocalTime().isBefore(chosen) ? on(today, chosen, zone) : atOnce(now, zone);
    }

    /** Now, whatever the hour; useful for an hour at least, so that what goes out shortly before midnight arrives. */
    public static DigestMoment atOnce(Instant now, ZoneId zone) {
        var endOfDay = endOf(LocalDate.ofInstant(now, zone), zone);
        var anHourOn = now.plus(LEAST_LIFE);
        return new DigestMoment(now, endOfDay.isBefore(anHourOn) ? anHourOn : endOfDay);
    }

    /** Some time after the quiet hours that it is now, as long after them for each person as the chosen time is after eight. */
    public static DigestMoment after(QuietHours quiet, UUID recipientId, Instant now, ZoneId zone) {
        var sendAt = quiet.end(now, zone).plus(Duration.between(QUIET_UNTIL, chosenTime(recipientId)));
        return new DigestMoment(sendAt, endOf(LocalDate.ofInstant(sendAt, zone), zone));
    }

    private static LocalTime chosenTime(UUID recipientId) {
        var hash = recipientId.hashCode();
        var minute = MINUTES[Math.floorMod(hash, MINUTES.length)];
        var second = Math.floorMod(Integer.rotateLeft(hash, 16), 60);
        return QUIET_UNTIL.plusMinutes(minute).plusSeconds(second);
    }

    private static DigestMoment on(LocalDate day, LocalTime time, ZoneId zone) {
        return new DigestMoment(day.atTime(time).atZone(zone).toInstant(), endOf(day, zone));
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
