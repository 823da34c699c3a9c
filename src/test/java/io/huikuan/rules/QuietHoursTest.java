package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        // over midnight
        "21:00, 08:00, 2026-11-23T20:59:59, false,",
        "21:00, 08:00, 2026-11-23T21:00:00, true, 2026-11-24T08:00:00",
        "21:00, 08:00, 2026-11-23T00:00:00, true, 2026-11-23T08:00:00",
        "21:00, 08:00, 2026-11-23T07:59:59, true, 2026-11-23T08:00:00",
        "21:00, 08:00, 2026-11-23T08:00:00, false,",
        // within a day
        "12:00, 14:00, 2026-11-23T11:59:59, false,",
        "12:00, 14:00, 2026-11-23T12:00:00, true, 2026-11-23T14:00:00",
        "12:00, 14:00, 2026-11-23T14:00:00, false,",
        // none
        "08:00, 08:00, 2026-11-23T08:00:00, false,",
        "00:00, 00:00, 2026-11-23T00:00:00, false,",
    })
    void coverFromTheOneTimeUpToTheOther(
            LocalTime from, LocalTime until, LocalDateTime now, boolean quiet, LocalDateTime end) {
        var zone = ZoneId.of("Asia/Shanghai");
        var hours = new QuietHours(from, until);
        var moment = now.atZone(zone).toInstant();

        assertThat(hours.cover(moment, zone)).isEqualTo(quiet);
        if (quiet) {
            assertThat(hours.end(moment, zone)).isEqualTo(end.atZone(zone).toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go forward at two: half past two never comes
        "Europe/Berlin, 2026-03-29T01:30:00+01:00, 02:30, 2026-03-29T03:30:00+02:00",
        // clocks go back at three: the first half past two
        "Europe/Berlin, 2026-10-25T01:30:00+02:00, 02:30, 2026-10-25T02:30:00+02:00",
        "America/New_York, 2026-11-01T00:30:00-04:00, 08:00, 2026-11-01T08:00:00-05:00",
    })
    void endOnceWhenClocksChange(ZoneId zone, String now, LocalTime until, String end) {
        var hours = new QuietHours(LocalTime.of(21, 0), until);

        assertThat(hours.end(Instant.parse(now), zone)).isEqualTo(Instant.parse(end));
    }
}
