package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    /** Where the clocks change on a Sunday, so that the hours of a day are seen to differ where Sundays are worked. */
    private static WorkingTime everyDay(String zone, String from, String to) {
        var friday = new BusinessCalendar(EnumSet.of(DayOfWeek.FRIDAY), Set.of(), Set.of());
        return new WorkingTime(friday, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0}: {2} after {1} is {3}")
    @CsvSource({
        // Within a day, over a night, over a weekend, to the end of the day and not beyond.
        "Asia/Shanghai, 2026-11-20T10:00, PT2H, 2026-11-20T12:00",
        "Asia/Shanghai, 2026-11-19T17:00, PT2H, 2026-11-20T10:00",
        "Asia/Shanghai, 2026-11-20T17:00, PT2H, 2026-11-23T10:00",
        "Asia/Shanghai, 2026-11-20T10:00, PT8H, 2026-11-20T18:00",
        "Asia/Shanghai, 2026-11-20T10:00, PT8H1M, 2026-11-23T09:01",
        // From outside of working hours it begins when work does.
        "Asia/Shanghai, 2026-11-20T06:30, PT0S, 2026-11-20T09:00",
        "Asia/Shanghai, 2026-11-20T17:59, PT0S, 2026-11-20T17:59",
        "Asia/Shanghai, 2026-11-20T18:00, PT0S, 2026-11-23T09:00",
        "Asia/Shanghai, 2026-11-20T18:00, PT1M, 2026-11-23T09:01",
        "Asia/Shanghai, 2026-11-21T12:00, PT30M, 2026-11-23T09:30",
        // Month end, year end, leap day and none.
        "Asia/Shanghai, 2026-04-30T17:30, PT1H, 2026-05-01T09:30",
        "America/New_York, 2026-12-31T17:30, PT1H, 2027-01-01T09:30",
        "Europe/Berlin, 2028-02-28T17:00, PT10H, 2028-02-29T18:00",
        "Europe/Berlin, 2027-02-26T17:00, PT10H, 2027-03-01T18:00",
        // Over the weekend on which the clocks change, the wall clock says the same.
        "Europe/Berlin, 2026-03-27T17:00, PT2H, 2026-03-30T10:00",
        "Europe/Berlin, 2026-10-23T17:00, PT2H, 2026-10-26T10:00",
        "America/New_York, 2026-03-06T17:00, PT2H, 2026-03-09T10:00",
        "America/New_York, 2026-10-30T17:00, PT2H, 2026-11-02T10:00"
    })
    void countsWorkingTimeOnly(String zone, LocalDateTime start, Duration working, LocalDateTime end) {
        var hours = new WorkingTime(BusinessCalendar.mondayToFriday(), NINE, SIX, ZoneId.of(zone));

        assertThat(hours.after(at(start, zone), working)).isEqualTo(at(end, zone));
    }

    @ParameterizedTest(name = "{0} on {1}: {2} hours")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 5",
        "Europe/Berlin, 2026-10-25, 7",
        "America/New_York, 2026-03-08, 5",
        "America/New_York, 2026-11-01, 7",
        "Asia/Shanghai, 2026-03-29, 6"
    })
    void countsTheHoursThatPassWhereTheClocksChange(String zone, LocalDate day, int hours) {
        var nights = everyDay(zone, "00:00", "06:00");
        var begins = day.atStartOfDay(ZoneId.of(zone)).toInstant();

        assertThat(nights.after(begins, Duration.ofHours(hours))).isEqualTo(at(day.atTime(6, 0), zone));
        assertThat(nights.after(begins, Duration.ofHours(hours).plusMinutes(1)))
                .isEqualTo(at(day.plusDays(1).atTime(0, 1), zone));
    }

    @Test
    void passesByADayWhoseHoursTheClocksLeaveOut() {
        var hour = everyDay("Europe/Berlin", "02:00", "03:00");

        assertThat(hour.onOrAfter(Instant.parse("2026-03-29T00:30:00Z")))
                .isEqualTo(at(LocalDateTime.parse("2026-03-30T02:00"), "Europe/Berlin"));
    }

    @Test
    void worksOnMakeUpDaysAndRestsOnHolidays() {
        var saturday = LocalDate.of(2026, 10, 10);
        var calendar = new BusinessCalendar(
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 10, 12)), Set.of(saturday));
        var hours = new WorkingTime(calendar, NINE, SIX, ZoneId.of("Asia/Shanghai"));

        assertThat(hours.after(at(LocalDateTime.parse("2026-10-09T17:00"), "Asia/Shanghai"), Duration.ofHours(11)))
                .isEqualTo(at(LocalDateTime.parse("2026-10-13T10:00"), "Asia/Shanghai"));
    }

    @Test
    void refusesHoursThatEndBeforeTheyBegin() {
        assertThatThrownBy(() -> everyDay("Asia/Shanghai", "18:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> everyDay("Asia/Shanghai", "09:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void addsUp(
            @ForAll @LongRange(min = 0, max = 3_000_000_000L) long second,
            @ForAll @IntRange(max = 5000) int first,
            @ForAll @IntRange(min = 1, max = 5000) int next) {
        for (var zone : new String[] {"Asia/Shanghai", "Europe/Berlin", "America/New_York"}) {
            var hours = new WorkingTime(BusinessCalendar.mondayToFriday(), NINE, SIX, ZoneId.of(zone));
            var start = Instant.ofEpochSecond(second);

            var atOnce = hours.after(start, Duration.ofMinutes((long) first + next));

            assertThat(hours.after(hours.after(start, Duration.ofMinutes(first)), Duration.ofMinutes(next)))
                    .isEqualTo(atOnce)
                    .isAfter(start);
        }
    }

    private static Instant at(LocalDateTime local, String zone) {
        return local.atZone(ZoneId.of(zone)).toInstant();
    }
}
