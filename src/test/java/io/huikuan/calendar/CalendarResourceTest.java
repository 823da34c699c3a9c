package io.huikuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CalendarResourceTest {
    @Inject
    WorkCalendars calendars;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Person admin;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        admin = organisation.admin();
    }

    @Test
    void worksMondayToFridayUntilSomebodySaysSomethingElse() {
        var wang = organisation.salesperson("wang");

        assertThat(wang.gets("/calendar").<List<String>>path("weekend"))
                .containsExactlyInAnyOrder("SATURDAY", "SUNDAY");
        assertThat(wang.gets("/calendar").<String>path("worksFrom")).isEqualTo("09:00");
        assertThat(wang.gets("/calendar").<String>path("country")).isNull();
        assertThat(day("2026-10-01")).isEqualTo(view("2026-10-01", true, CalendarDayView.Reason.WEEKDAY, null));
        assertThat(day("2026-10-10")).isEqualTo(view("2026-10-10", false, CalendarDayView.Reason.WEEKEND, null));
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 2024-02-10, false, PUBLIC_HOLIDAY, 春节",
        "CN, 2024-02-18, true, MAKE_UP_WORKING_DAY, 春节调休",
        "CN, 2025-10-08, false, PUBLIC_HOLIDAY, 国庆节、中秋节",
        "CN, 2025-10-09, true, WEEKDAY,",
        "CN, 2026-02-23, false, PUBLIC_HOLIDAY, 春节",
        "CN, 2026-02-28, true, MAKE_UP_WORKING_DAY, 春节调休",
        "CN, 2026-10-10, true, MAKE_UP_WORKING_DAY, 国庆节调休",
        // Not announced yet: what the law fixes by the date alone.
        "CN, 2031-10-03, false, PUBLIC_HOLIDAY, 国庆节",
        "CN, 2031-10-07, true, WEEKDAY,",
        "DE, 2026-12-25, false, PUBLIC_HOLIDAY, 1st Christmas day",
        "DE, 2027-03-29, false, PUBLIC_HOLIDAY, Easter Monday",
        "US, 2026-11-26, false, PUBLIC_HOLIDAY, Thanksgiving Day",
        // The fourth of July is a Saturday: the Friday is off.
        "US, 2026-07-03, false, PUBLIC_HOLIDAY, Independence Day"
    })
    void keepsThePublicHolidaysOfTheCountry(
            String country, String date, boolean working, CalendarDayView.Reason reason, @Nullable String name) {
        sets(week(Map.of("country", country))).then().statusCode(200);

        assertThat(day(date)).isEqualTo(view(date, working, reason, name));
    }

    /** However many days off the notices give, they give as many working days of a year as the State Council counts. */
    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void hasChinasWorkingDays(int year, long days) {
        sets(week(Map.of("country", "CN"))).then().statusCode(200);

        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar()::isWorkingDay)
                        .count())
                .isEqualTo(days);
    }

    @Test
    void letsTheOrganisationsOwnDaysWin() {
        sets(week(Map.of("country", "CN"))).then().statusCode(200);
        setsDay("2026-10-10", "HOLIDAY", "Outing");
        setsDay("2026-10-01", "WORKING", "Fair");
        setsDay("2026-10-12", "WORKING", "Outing");
        setsDay("2026-10-12", "HOLIDAY", "Stocktaking");

        assertThat(day("2026-10-10")).isEqualTo(view("2026-10-10", false, CalendarDayView.Reason.SET, "Outing"));
        assertThat(day("2026-10-01")).isEqualTo(view("2026-10-01", true, CalendarDayView.Reason.SET, "Fair"));
        assertThat(day("2026-10-12")).isEqualTo(view("2026-10-12", false, CalendarDayView.Reason.SET, "Stocktaking"));
        assertThat(calendar().isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(calendar().isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(calendar().nextWorkingDayAfter(LocalDate.of(2026, 10, 9))).isEqualTo(LocalDate.of(2026, 10, 13));

        admin.asks().delete("/calendar/days/2026-10-10").then().statusCode(204);

        assertThat(day("2026-10-10").reason()).isEqualTo(CalendarDayView.Reason.MAKE_UP_WORKING_DAY);
        assertThat(admin.asks().delete("/calendar/days/2026-10-10").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsTheHoursInTheOrganisationsZone() {
        var newYork = Given.anOrganisation("America/New_York", "USD");
        newYork.admin()
                .asks()
                .body(week(Map.of("worksFrom", "08:30", "worksTo", "17:15", "country", "US")))
                .put("/calendar")
                .then()
                .statusCode(200);

        var hours = scope.within(newYork.id(), () -> calendars.workingTime(newYork.id()));

        assertThat(hours.zone().getId()).isEqualTo("America/New_York");
        assertThat(hours.from()).hasToString("08:30");
        assertThat(hours.to()).hasToString("17:15");
        assertThat(hours.calendar().isWorkingDay(LocalDate.of(2026, 11, 26))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "country, XX, /country, country-unknown",
        "country, china, /country, pattern",
        "worksTo, 09:00, /worksTo, must-be-after",
        "worksTo, 08:00, /worksTo, must-be-after",
        "worksTo, 24:00, /worksTo, pattern",
        "worksFrom, 9, /worksFrom, pattern",
        "weekend, FUNDAY, /weekend, not-one-of"
    })
    void refusesWhatMakesNoSense(String field, String value, String pointer, String code) {
        var refused = sets(week(Map.of(field, field.equals("weekend") ? List.of(value) : value)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).startsWith(pointer);
        if (!code.equals("pattern") && !code.equals("not-one-of")) {
            assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
        }
    }

    @Test
    void refusesAWeekWithoutAWorkingDay() {
        var all = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

        var refused = sets(week(Map.of("weekend", all)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("no-working-day");
        assertThat(sets(week(Map.of("weekend", all.subList(0, 6)))).statusCode())
                .isEqualTo(200);
        assertThat(sets(week(Map.of("weekend", List.of()))).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesThroughTheDays() {
        var dates = new ArrayList<String>();
        String cursor = null;
        do {
            var page = admin.gets("/calendar/days?from=2028-02-25&to=2028-03-05&limit=4"
                    + (cursor == null ? "" : "&cursor=" + cursor));
            dates.addAll(page.jsonPath().getList("items.date"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(dates).hasSize(10).contains("2028-02-29").doesNotHaveDuplicates();
        assertThat(admin.gets("/calendar/days?from=2028-02-25&to=2028-02-24").<String>path("errors[0].pointer"))
                .isEqualTo("/to");
    }

    @Test
    void writesDownWhoSetWhat() {
        sets(week(Map.of("country", "CN"))).then().statusCode(200);
        setsDay("2026-10-12", "HOLIDAY", "Outing");

        assertThat(admin.gets("/audit-events?limit=2").<List<String>>path("items.action"))
                .containsExactly("calendar.day-set", "calendar.set");
    }

    private BusinessCalendar calendar() {
        return scope.within(organisation.id(), () -> calendars.of(organisation.id()));
    }

    private Response sets(Map<String, Object> week) {
        return admin.asks().body(week).put("/calendar");
    }

    private void setsDay(String date, String kind, String name) {
        admin.asks()
                .body(Map.of("kind", kind, "name", name))
                .put("/calendar/days/" + date)
                .then()
                .statusCode(200);
    }

    private CalendarDayView day(String date) {
        return Answers.items(CalendarDayView.class, admin.gets("/calendar/days?from=" + date + "&to=" + date))
                .getFirst();
    }

    private static CalendarDayView view(
            String date, boolean working, CalendarDayView.Reason reason, @Nullable String name) {
        return new CalendarDayView(LocalDate.parse(date), working, reason, name);
    }

    private static Map<String, Object> week(Map<String, Object> more) {
        var week = new HashMap<String, Object>(
                Map.of("weekend", List.of("SATURDAY", "SUNDAY"), "worksFrom", "09:00", "worksTo", "18:00"));
        week.putAll(more);
        return week;
    }
}
