package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.reminder.Books.Bill;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schedule asks every half a minute, at whatever hour its zone has then, or not at all while nothing runs. The rows tell only of the days
 * on which it asked: not how often, nor that one of them had 23, 25 or 24½ hours.
 */
@QuarkusTest
class TickingTest {
    private record Days(LocalDate first, LocalDate last) {
        Stream<LocalDate> each() {
            return first.datesUntil(last.plusDays(1));
        }
    }

    /** The clocks go forward and back in each of the zones, two of them at a month's end; and a leap day. */
    private static final List<Days> WINDOWS = List.of(
            new Days(LocalDate.of(2027, 9, 30), LocalDate.of(2027, 10, 6)),
            new Days(LocalDate.of(2027, 10, 28), LocalDate.of(2027, 11, 9)),
            new Days(LocalDate.of(2028, 2, 25), LocalDate.of(2028, 3, 14)),
            new Days(LocalDate.of(2028, 3, 24), LocalDate.of(2028, 4, 4)));

    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);
    private static final LocalDate OUTING = LocalDate.of(2027, 11, 3);
    private static final Duration OFTEN = Duration.ofMinutes(90);

    @Inject
    Books books;

    @Inject
    RunLedger ledger;

    @Inject
    ReminderRunJob runs;

    @Inject
    OrganisationScope scope;

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe"})
    void leavesTheSameRowsHoweverOftenItAsks(String zone) {
        var once = company(zone);
        var often = company(zone);

        ask(once, zone, daily(zone, _ -> true));
        ask(often, zone, allDay(zone, _ -> true));

        assertThat(books.traces(often)).isEqualTo(books.traces(once));
        assertThat(daysOfSending(once))
                .contains(LEAP_DAY)
                .doesNotContain(OUTING)
                .noneMatch(day -> day.getDayOfWeek().getValue() > 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe"})
    void leavesTheSameRowsHoweverOftenItAsksOnTheDaysOnWhichItAsksAtAll(String zone) {
        Predicate<LocalDate> running = day -> day.toEpochDay() % 3 != 0;
        var once = company(zone);
        var often = company(zone);

        ask(once, zone, daily(zone, running));
        ask(often, zone, allDay(zone, running));

        assertThat(books.traces(often)).isEqualTo(books.traces(once));
        assertThat(daysOfSending(once)).isNotEmpty().allMatch(running);
    }

    /** As the job does at that moment. */
    private void ask(Organisation organisation, String zone, List<Instant> moments) {
        for (var now : moments) {
            scope.within(organisation.id(), () -> {
                ledger.open(organisation.id(), LocalDate.ofInstant(now, ZoneId.of(zone)), now)
                        .ifPresent(runs::work);
                return true;
            });
        }
    }

    private static List<Instant> daily(String zone, Predicate<LocalDate> running) {
        return WINDOWS.stream()
                .flatMap(Days::each)
                .filter(running)
                .map(day -> day.atTime(12, 0).atZone(ZoneId.of(zone)).toInstant())
                .toList();
    }

    /** By the clock of the world, from the first moment of each day on. */
    private static List<Instant> allDay(String zone, Predicate<LocalDate> running) {
        var moments = new ArrayList<Instant>();
        WINDOWS.stream().flatMap(Days::each).filter(running).forEach(day -> {
            var end = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
            for (var now = day.atStartOfDay(ZoneId.of(zone)).toInstant(); now.isBefore(end); now = now.plus(OFTEN)) {
                moments.add(now);
            }
            moments.add(end.minusNanos(1));
        });
        return moments;
    }

    private List<LocalDate> daysOfSending(Organisation organisation) {
        return books.traces(organisation).stream()
                .filter(trace -> trace.startsWith("decision ") && trace.contains(" SENT "))
                .map(trace -> LocalDate.parse(trace.split(" ")[2]))
                .distinct()
                .toList();
    }

    /** Something falls due on every day of the windows. */
    private Organisation company(String zone) {
        var organisation = Given.anOrganisation(zone, "CNY");
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        organisation
                .admin()
                .asks()
                .body(Map.of("kind", "HOLIDAY", "name", "Outing"))
                .put("/calendar/days/" + OUTING)
                .then()
                .statusCode(200);
        books.bill(
                organisation,
                WINDOWS.stream()
                        .flatMap(Days::each)
                        .map(day -> Bill.due(customer, "R-" + day, day))
                        .toList());
        return organisation;
    }
}
