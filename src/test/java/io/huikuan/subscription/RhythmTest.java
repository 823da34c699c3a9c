package io.huikuan.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    @ParameterizedTest
    @CsvSource({
        // on working days
        "Asia/Shanghai, 08:50, , 2026-11-23T08:49:59+08:00, 2026-11-23T08:50:00+08:00",
        "Asia/Shanghai, 08:50, , 2026-11-23T08:50:00+08:00, 2026-11-24T08:50:00+08:00",
        "Asia/Shanghai, 08:50, , 2026-11-27T09:00:00+08:00, 2026-11-30T08:50:00+08:00",
        "Asia/Shanghai, 08:50, , 2026-11-28T07:00:00+08:00, 2026-11-30T08:50:00+08:00",
        // once a week
        "Asia/Shanghai, 08:50, MONDAY, 2026-11-23T08:49:00+08:00, 2026-11-23T08:50:00+08:00",
        "Asia/Shanghai, 08:50, MONDAY, 2026-11-23T08:51:00+08:00, 2026-11-30T08:50:00+08:00",
        "Asia/Shanghai, 08:50, SUNDAY, 2026-11-23T08:51:00+08:00, 2026-11-29T08:50:00+08:00",
        // clocks: the time that is skipped, and the time that comes twice
        "Europe/Berlin, 02:30, SUNDAY, 2026-03-28T12:00:00+01:00, 2026-03-29T03:30:00+02:00",
        "Europe/Berlin, 02:30, SUNDAY, 2026-10-24T12:00:00+02:00, 2026-10-25T02:30:00+02:00",
        "Europe/Berlin, 02:30, SUNDAY, 2026-10-25T02:30:00+02:00, 2026-11-01T02:30:00+01:00",
    })
    void isDueAtItsTimeOfItsDay(ZoneId zone, LocalTime at, DayOfWeek weekday, String after, String next) {
        var rhythm = new Rhythm(at, Optional.ofNullable(weekday));

        assertThat(rhythm.next(Instant.parse(after), zone, BusinessCalendar.mondayToFriday()))
                .isEqualTo(Instant.parse(next));
    }
}
