package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Set;
import java.util.stream.Stream;

/** Time enters by one door, so that every decision can be asked again as of another day. */
final class TimeConditions {
    private static final Set<String> MAKES_A_CLOCK =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    private TimeConditions() {}

    static ArchCondition<JavaClass> askOnlyTheClockForNow(RoomMap rooms) {
        return Findings.none(
                "ask only the injected clock what time it is",
                type -> makesTheClock(rooms, type)
                        ? Stream.empty()
                        : Findings.calls(type, TimeConditions::readsTheMachinesTime));
    }

    private static boolean makesTheClock(RoomMap rooms, JavaClass type) {
        return rooms.inRoom(type, "platform") && type.getSimpleName().equals("ClockProducer");
    }

    private static boolean readsTheMachinesTime(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean nowWithoutClock = owner.getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && !Findings.takes(target, Clock.class);
        boolean newClock = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && MAKES_A_CLOCK.contains(target.getName());
        boolean olderWays = is(target, System.class, "currentTimeMillis")
                || isNew(target, Date.class)
                || isNew(target, GregorianCalendar.class)
                || is(target, Calendar.class, "getInstance");
        return nowWithoutClock || newClock || olderWays;
    }

    private static boolean isNew(CodeUnitAccessTarget target, Class<?> type) {
        return is(target, type, "<init>") && target.getRawParameterTypes().isEmpty();
    }

    private static boolean is(CodeUnitAccessTarget target, Class<?> owner, String name) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
    }
}
