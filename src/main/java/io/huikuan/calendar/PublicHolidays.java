package io.huikuan.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Knows the public holidays of each country, in the years that anything here can be due in. */
@ApplicationScoped
class PublicHolidays {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2069;

    private final Map<String, Map<LocalDate, NamedDay>> byCountry = new ConcurrentHashMap<>();

    private final Set<String> known = Stream.concat(
                    HolidayManager.getSupportedCalendarCodes().stream().map(code -> code.toUpperCase(Locale.ROOT)),
                    Stream.of("CN"))
            .filter(Set.of(Locale.getISOCountries())::contains)
            .collect(Collectors.toUnmodifiableSet());

    /** @param country ISO 3166-1 */
    boolean isKnown(String country) {
        return known.contains(country);
    }

    /** Made once for each country: it takes longer than anything else that is asked here. */
    Map<LocalDate, NamedDay> of(String country) {
        return byCountry.computeIfAbsent(country, PublicHolidays::make);
    }

    private static Map<LocalDate, NamedDay> make(String country) {
        var years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR);
        return OfficialDays.of(country, years).map(Map::copyOf).orElseGet(() -> calculated(country));
    }

    private static Map<LocalDate, NamedDay> calculated(String country) {
        var calendar = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        var days = new HashMap<LocalDate, NamedDay>();
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> calendar.getHolidays(Year.of(year)))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .forEach(holiday -> dates(holiday)
                        .forEach(day -> days.putIfAbsent(
                                day, new NamedDay(day, DayKind.HOLIDAY, holiday.getDescription(Locale.ENGLISH)))));
        return Map.copyOf(days);
    }

    /** Where a holiday that falls on a weekend is made up for, that day is off as well. */
    private static Stream<LocalDate> dates(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }
}
