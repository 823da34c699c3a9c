package io.huikuan.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the days of countries whose government announces them year by year, which no formula can know: {@code calendar/XX.csv}. */
final class OfficialDays {
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private OfficialDays() {}

    /** Of a year that is not announced, the days that are the same each year. Empty where there is no such file. */
    static Optional<Map<LocalDate, NamedDay>> of(String country, IntStream years) {
        var file = OfficialDays.class.getResourceAsStream("/calendar/" + country + ".csv");
        if (file == null) {
            return Optional.empty();
        }
        var announced = new ArrayList<NamedDay>();
        var yearly = new ArrayList<String[]>();
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> {
                        if (cells[0].length() == "MM-dd".length()) {
                            yearly.add(cells);
                        } else {
                            named(cells, LocalDate.parse(cells[0]), LocalDate.parse(cells[cells.length > 3 ? 3 : 0]))
                                    .forEach(announced::add);
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var known = announced.stream().map(day -> Year.from(day.day())).collect(toSet());
        var unannounced = years.mapToObj(Year::of)
                .filter(year -> !known.contains(year))
                .flatMap(year -> yearly.stream().flatMap(cells -> inYear(cells, year)));
        return Optional.of(Stream.concat(announced.stream(), unannounced).collect(toMap(NamedDay::day, day -> day)));
    }

    private static Stream<NamedDay> inYear(String[] cells, Year year) {
        var first = year.atMonthDay(MonthDay.parse(cells[0], MONTH_DAY));
        var last = year.atMonthDay(MonthDay.parse(cells[cells.length > 3 ? 3 : 0], MONTH_DAY));
        return named(cells, first, last);
    }

    private static Stream<NamedDay> named(String[] cells, LocalDate first, LocalDate last) {
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        return days.stream().map(day -> new NamedDay(day, DayKind.valueOf(cells[1]), cells[2]));
    }
}
