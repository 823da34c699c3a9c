package io.huikuan.followup;

import io.huikuan.platform.InvalidRequest;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How the time of a task looks in the API, wherever it is sent. */
public final class FollowUpTime {
    public static final String PATTERN = "([01]\\d|2[0-3]):[0-5]\\d";
    public static final String DUE_TIME =
            "From when on that day the assignee is told of it, by the organisation's clocks; a task of the whole day where absent.";
    public static final String NAG_MINUTES =
            "After so many minutes of working time the assignee is told again, until somebody acknowledges it, snoozes it or has it done; "
                    + "told once where absent. Needs a time.";
    public static final int LEAST_NAG_MINUTES = 5;
    public static final int MOST_NAG_MINUTES = 1440;

    private FollowUpTime() {}

    /** @throws InvalidRequest when somebody is to be told again and again, but not from when on */
    public static @Nullable LocalTime of(@Nullable String dueTime, @Nullable Integer nagMinutes) {
        if (dueTime == null && nagMinutes != null) {
            throw InvalidRequest.field("/dueTime", "required");
        }
        return dueTime == null ? null : LocalTime.parse(dueTime);
    }
}
