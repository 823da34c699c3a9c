package io.huikuan.calendar;

import io.huikuan.calendar.CalendarDayView.Reason;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.WorkingTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that decides on an organisation's days.
 *
 * @param official what its country says of days
 * @param own what it says itself, and what wins
 */
record WorkCalendar(WorkWeek week, ZoneId zone, Map<LocalDate, NamedDay> official, Map<LocalDate, NamedDay> own) {
    BusinessCalendar business() {
        var days = official;
        if (!own.isEmpty()) {
            days = new HashMap<>(official);
            days.putAll(own);
        }
        return new BusinessCalendar(week.weekend(), of(DayKind.HOLIDAY, days), of(DayKind.WORKING, days));
    }

    WorkingTime workingTime() {
        return new WorkingTime(business(), week.from(), week.to(), zone);
    }

    CalendarDayView day(LocalDate date) {
        var set = own.get(date);
        if (set != null) {
            return new CalendarDayView(date, set.kind() == DayKind.WORKING, Reason.SET, set.name());
        }
        var said = official.get(date);
        if (said != null) {
            boolean working = said.kind() == DayKind.WORKING;
            return new CalendarDayView(
                    date, working, working ? Reason.MAKE_UP_WORKING_DAY : Reason.PUBLIC_HOLIDAY, said.name());
        }
        boolean off = week.weekend().contains(date.getDayOfWeek());
        return new CalendarDayView(date, !off, off ? Reason.WEEKEND : Reason.WEEKDAY, null);
    }

    private static Set<LocalDate> of(DayKind kind, Map<LocalDate, NamedDay> days) {
        return days.values().stream()
                .filter(day -> day.kind() == kind)
                .map(NamedDay::day)
                .collect(Collectors.toUnmodifiableSet());
    }
}
