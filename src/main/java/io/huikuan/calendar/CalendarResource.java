package io.huikuan.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/calendar")
@Tag(name = "calendar")
class CalendarResource {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final WorkCalendars calendars;
    private final CalendarKeeping keeping;
    private final CurrentViewer viewer;
    private final Clock clock;

    CalendarResource(WorkCalendars calendars, CalendarKeeping keeping, CurrentViewer viewer, Clock clock) {
        this.calendars = calendars;
        this.keeping = keeping;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "WorkWeek")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeekView(
            @Nullable
            @Pattern(regexp = "[A-Z]{2}")
            @Schema(
                    description =
                            "Whose public holidays are kept, ISO 3166-1; none where absent. Of `CN`, with the make-up working days, "
                                    + "as far as the State Council has announced them.",
                    example = "CN")
            String country,

            @NotNull
            @Schema(
                    required = true,
                    description = "Days of the week that are off; one at least must be left.",
                    example = "[\"SATURDAY\",\"SUNDAY\"]")
            Set<@NotNull DayOfWeek> weekend,

            @NotNull @Pattern(regexp = TIME) @Schema(required = true, description = "Local time.", example = "09:00")
            String worksFrom,

            @NotNull
            @Pattern(regexp = TIME)
            @Schema(required = true, description = "Local time, on the same day.", example = "18:00")
            String worksTo) {
        static WeekView of(WorkWeek week) {
            return new WeekView(
                    week.country(),
                    week.weekend(),
                    week.from().toString(),
                    week.to().toString());
        }

        WorkWeek week() {
            return new WorkWeek(country, weekend, LocalTime.parse(worksFrom), LocalTime.parse(worksTo));
        }
    }

    @Schema(name = "SetCalendarDay")
    record SetDay(
            @NotNull @Schema(required = true) DayKind kind,

            @NotBlank @Size(max = 80) @Schema(required = true, example = "公司成立日")
            String name) {}

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Which week and which hours the organisation works",
            description =
                    "Monday to Friday, 09:00 to 18:00, without public holidays, until somebody says something else.")
    public WeekView getCalendar() {
        return WeekView.of(calendars.calendar(viewer.get().organisationId()).week());
    }

    @PUT
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Set which week and which hours the organisation works",
            description = "From now on. Days that were set stay as they are.")
    public WeekView setCalendar(@Valid @NotNull WeekView request) {
        keeping.setWeek(viewer.get(), request.week(), clock.instant());
        return request;
    }

    @GET
    @Path("/days")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Day by day, whether it is worked and why")
    public Page<CalendarDayView> listCalendarDays(
            @RestQuery @NotNull @Parameter(example = "2026-10-01") LocalDate from,
            @RestQuery @NotNull @Parameter(description = "The last day.", example = "2026-10-31") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        if (to.isBefore(from)) {
            throw InvalidRequest.field("/to", "must-not-be-before", from);
        }
        var calendar = calendars.calendar(viewer.get().organisationId());
        var first = page.cursor().map(cursor -> cursor.date(0).plusDays(1)).orElse(from);
        var days = Stream.iterate(first, day -> !day.isAfter(to), day -> day.plusDays(1))
                .limit(page.rows())
                .map(calendar::day)
                .toList();
        return Page.of(days, page, day -> List.of(day.date()));
    }

    @PUT
    @Path("/days/{date}")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Set whether a day is worked",
            description = "Wins over the week and over what the country says, now and when that changes.")
    public CalendarDayView setCalendarDay(@RestPath LocalDate date, @Valid @NotNull SetDay request) {
        keeping.setDay(viewer.get(), date, request.kind(), request.name(), clock.instant());
        return new CalendarDayView(date, request.kind() == DayKind.WORKING, CalendarDayView.Reason.SET, request.name());
    }

    @DELETE
    @Path("/days/{date}")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Take back what was set of a day",
            description = "It is again what the week and the country make of it.")
    public void unsetCalendarDay(@RestPath LocalDate date) {
        keeping.unsetDay(viewer.get(), date, clock.instant());
    }
}
