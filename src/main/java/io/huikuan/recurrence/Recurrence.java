package io.huikuan.recurrence;

import io.huikuan.platform.InvalidRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of a rule of RFC 5545, section 3.3.10. Whole days only: at which time of the day, the task says. */
final class Recurrence {
    private static final Set<Freq> WHOLE_DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private final RecurrenceRule rule;
    private final DateTime start;

    private Recurrence(RecurrenceRule rule, LocalDate startsOn) {
        this.rule = rule;
        this.start = dateTime(startsOn);
    }

    /** @throws InvalidRequest for what is no rule, counts parts of days, or never comes */
    static Recurrence of(String text, LocalDate startsOn) {
        try {
            var rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
            boolean timed = rule.hasPart(Part.BYHOUR) || rule.hasPart(Part.BYMINUTE) || rule.hasPart(Part.BYSECOND);
            if (!WHOLE_DAYS.contains(rule.getFreq()) || timed) {
                throw InvalidRequest.field("/rule", "rule-of-parts-of-days");
            }
            var recurrence = new Recurrence(rule, startsOn);
            if (recurrence.onOrAfter(startsOn).isEmpty()) {
                throw InvalidRequest.field("/rule", "rule-never-comes");
            }
            return recurrence;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
            throw InvalidRequest.field("/rule", "rule-invalid");
        }
    }

    Optional<LocalDate> onOrAfter(LocalDate day) {
        return upcoming(day, 1).stream().findFirst();
    }

    /** The last one from {@code day} on that is not after {@code to}. */
    Optional<LocalDate> last(LocalDate day, LocalDate to) {
        var iterator = from(day);
        Optional<LocalDate> last = Optional.empty();
        while (iterator.hasNext()) {
            var next = date(iterator.nextDateTime());
            if (next.isAfter(to)) {
                break;
            }
            last = Optional.of(next);
        }
        return last;
    }

    /** The next ones, at most so many. */
    List<LocalDate> upcoming(LocalDate day, int count) {
        var iterator = from(day);
        var days = new ArrayList<LocalDate>();
        while (iterator.hasNext() && days.size() < count) {
            days.add(date(iterator.nextDateTime()));
        }
        return days;
    }

    private RecurrenceRuleIterator from(LocalDate day) {
        var iterator = rule.iterator(start);
        iterator.fastForward(dateTime(day));
        return iterator;
    }

    private static DateTime dateTime(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
