package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestMomentTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** Hash 0: the first minute that is given out, at second 0. */
    private static final UUID FIRST = new UUID(0, 0);

    @ParameterizedTest
    @CsvSource({
        "00:00:00, 2026-11-23T08:40:00",
        "07:59:59, 2026-11-23T08:40:00",
        "08:39:59, 2026-11-23T08:40:00",
        "08:40:00, 2026-11-23T08:40:00",
        "08:40:01, 2026-11-23T08:40:01",
        "20:59:59, 2026-11-23T20:59:59",
        "21:00:00, 2026-11-24T08:40:00",
        "23:59:59, 2026-11-24T08:40:00",
    })
    void goesOutAtThePersonsTimeAndNeverInQuietHours(LocalTime now, LocalDateTime sendAt) {
        var moment = DigestMoment.atChosenTime(FIRST, at(MONDAY.atTime(now)), SHANGHAI);

        assertThat(moment.sendAt()).isEqualTo(at(sendAt));
        assertThat(moment.expiresAt())
                .isEqualTo(at(sendAt.toLocalDate().plusDays(1).atStartOfDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "12:00:00, 2026-11-24T00:00:00",
        "23:00:00, 2026-11-24T00:00:00",
        "23:00:01, 2026-11-24T00:00:01",
        "23:59:00, 2026-11-24T00:59:00",
    })
    void atOnceIsUsefulUntilMidnightAndForAnHourAtLeast(LocalTime now, LocalDateTime expiresAt) {
        var moment = DigestMoment.atOnce(at(MONDAY.atTime(now)), SHANGHAI);

        assertThat(moment.sendAt()).isEqualTo(at(MONDAY.atTime(now)));
        assertThat(moment.expiresAt()).isEqualTo(at(expiresAt));
    }

    @Test
    void whatQuietHoursHavePutOffGoesOutAsLongAfterThemAsTheChosenTimeIsAfterEight() {
        var evening = at(MONDAY.atTime(22, 0));

        var usual =
                DigestMoment.after(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), FIRST, evening, SHANGHAI);
        var late =
                DigestMoment.after(new QuietHours(LocalTime.of(22, 0), LocalTime.of(10, 30)), FIRST, evening, SHANGHAI);

        assertThat(usual).isEqualTo(DigestMoment.atChosenTime(FIRST, evening, SHANGHAI));
        assertThat(late.sendAt()).isEqualTo(at(MONDAY.plusDays(1).atTime(11, 10)));
        assertThat(late.expiresAt()).isEqualTo(at(MONDAY.plusDays(2).atStartOfDay()));
    }

    @Test
    void everybodyHasATimeOfTheirOwnBesideNoQuarterHour() {
        var random = new Random(7);
        var early = at(MONDAY.atStartOfDay());
        var people = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(2000)
                .toList();

        var times = people.stream().collect(Collectors.toMap(person -> person, person -> localTime(person, early)));

        assertThat(times.values()).allSatisfy(time -> {
            assertThat(time).isBetween(LocalTime.of(8, 40), LocalTime.of(9, 9, 59));
            assertThat(time.getMinute() % 15).isBetween(2, 13);
        });
        assertThat(times.values().stream().map(LocalTime::getMinute).distinct()).hasSize(24);
        assertThat(times.values().stream().map(LocalTime::getSecond).distinct()).hasSize(60);
        assertThat(people)
                .allSatisfy(person -> assertThat(localTime(person, early.plus(Duration.ofDays(9))))
                        .isEqualTo(times.get(person)));
    }

    @Test
    void dayOfADifferentLengthEndsAtItsOwnMidnight() {
        var newYork = ZoneId.of("America/New_York");
        var beforeClocksGoBack =
                LocalDateTime.of(2026, 11, 1, 0, 30).atZone(newYork).toInstant();

        var moment = DigestMoment.atChosenTime(FIRST, beforeClocksGoBack, newYork);

        assertThat(moment.sendAt()).isEqualTo(Instant.parse("2026-11-01T13:40:00Z"));
        assertThat(moment.expiresAt()).isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
    }

    private static LocalTime localTime(UUID person, Instant now) {
        return DigestMoment.atChosenTime(person, now, SHANGHAI)
                .sendAt()
                .atZone(SHANGHAI)
                .toLocalTime();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
