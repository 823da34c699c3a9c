package io.huikuan.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a provider asks us to wait, as HTTP writes it: seconds, or a date. */
public final class RetryAfter {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * @param header the value of {@code Retry-After}; what makes no sense counts as if nothing had been asked for
     * @return at most a day, never negative
     */
    public static Optional<Duration> of(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(asked -> asked.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(asked)))
                        : until(asked, now))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
