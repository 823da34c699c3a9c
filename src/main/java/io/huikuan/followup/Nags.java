package io.huikuan.followup;

import io.huikuan.calendar.WorkCalendars;
import io.huikuan.notification.WorkNotices;
import io.huikuan.rules.WorkingTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When the assignee of a task is told of it, within working hours and never outside of them; and that nobody needs to be any more. */
@ApplicationScoped
class Nags {
    private final WorkCalendars calendars;
    private final WorkNotices notices;

    Nags(WorkCalendars calendars, WorkNotices notices) {
        this.calendars = calendars;
        this.notices = notices;
    }

    /** What was told of it until now is over. */
    void isKnown(UUID organisationId, UUID followUpId, Instant now) {
        notices.closeTasks(organisationId, List.of(followUpId), now);
    }

    WorkingTime hours(UUID organisationId) {
        return calendars.workingTime(organisationId);
    }

    /** When it is due, or when work begins after that; empty for a task without a time. */
    Optional<Instant> first(UUID organisationId, LocalDate dueOn, @Nullable LocalTime dueTime) {
        return dueTime == null ? Optional.empty() : Optional.of(first(hours(organisationId), dueOn, dueTime));
    }

    /** The same for each of many; null for those without a time. */
    Function<NewFollowUp, @Nullable Instant> firsts(UUID organisationId, List<NewFollowUp> wanted) {
        if (wanted.stream().allMatch(task -> task.dueTime() == null)) {
            return _ -> null;
        }
        var hours = hours(organisationId);
        return task -> {
            var time = task.dueTime();
            return time == null ? null : first(hours, task.dueOn(), time);
        };
    }

    /** The next time after it was told; empty where it is told once. */
    static Optional<Instant> next(WorkingTime hours, Instant told, @Nullable Integer everyMinutes) {
        return Optional.ofNullable(everyMinutes).map(minutes -> hours.after(told, Duration.ofMinutes(minutes)));
    }

    private static Instant first(WorkingTime hours, LocalDate dueOn, LocalTime dueTime) {
        return hours.onOrAfter(dueOn.atTime(dueTime).atZone(hours.zone()).toInstant());
    }
}
