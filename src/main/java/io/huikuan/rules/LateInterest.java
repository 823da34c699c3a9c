package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What being late costs: derived from what was open, when it was due and what was agreed, night by night; nothing of it is stored.
 *
 * <p>Simple interest: {@code open × annual percent / 100 / day basis × nights}, the formula of ERPNext's dunning ({@code outstanding ×
 * rate / 100 / 365 × overdue days}); no interest on interest. The night after the due date and the days of grace is the first one, that before the day asked
 * for the last: what is paid on a day bore interest until that day. A night goes by what held on its evening, so that a rate, a due
 * date or a payment of today never changes what had accrued before.
 *
 * <p>Exact until the end: one receivable's interest is rounded once, half up, to the decimals of its currency.
 */
public final class LateInterest {

    /** Every exact interest is a whole number of these, for percents and amounts of any decimals: 1 / (100 × 360 × 365). */
    private static final BigDecimal UNITS = BigDecimal.valueOf(100L * 360 * 365);

    private static final BigDecimal UNITS_OF_A_PERCENT = BigDecimal.valueOf(360L * 365);

    private LateInterest() {}

    /** By how many days a year's interest is divided; a leap year has 366 of them whatever the basis. */
    public enum DayBasis {
        ACTUAL_360(360),
        ACTUAL_365(365);

        private final int days;

        DayBasis(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }

        private BigDecimal unitsOfANight() {
            return BigDecimal.valueOf(360L * 365 / days);
        }
    }

    /** A flat amount for each full {@code everyDays} nights of being overdue. */
    public record Fee(Money amount, int everyDays) {}

    /**
     * What was agreed about being late.
     *
     * @param annualPercent 10 is 10 %
     * @param graceDays how many nights after the due date cost nothing
     * @param capPercent of what was billed, the most that interest comes to; a cap that sinks takes nothing back. Null: no cap
     * @param fee only where the receivable is in its currency
     */
    public record Terms(
            BigDecimal annualPercent,
            DayBasis basis,
            int graceDays,
            @Nullable BigDecimal capPercent,
            @Nullable Fee fee) {}

    /**
     * One receivable's history: each entry holds from its day on, until the next.
     *
     * @param open the principal that is still to be paid
     * @param dueOn when it has to be
     * @param terms empty where, or while, nothing is agreed: then being late costs nothing
     */
    public record History(
            Money billed,
            NavigableMap<LocalDate, Money> open,
            NavigableMap<LocalDate, LocalDate> dueOn,
            NavigableMap<LocalDate, Terms> terms) {}

    /**
     * Some nights with the same principal at the same rate.
     *
     * @param from the evening of the first night
     * @param to the morning after the last one
     */
    public record Segment(LocalDate from, LocalDate to, Money principal, Terms terms) {
        public long nights() {
            return ChronoUnit.DAYS.between(from, to);
        }

        private BigDecimal units() {
            return principal
                    .amount()
                    .multiply(terms.annualPercent())
                    .multiply(BigDecimal.valueOf(nights()))
                    .multiply(terms.basis().unitsOfANight());
        }

        /** Whether the next one says the same of the nights that follow. */
        private boolean goesOnAs(Segment next) {
            return to.equals(next.from) && principal.equals(next.principal) && terms.equals(next.terms);
        }
    }

    /**
     * @param segments in the order of time; of nights that cost nothing there are none
     * @param interest what has accrued, whether it was paid since or not; so are the {@code fees}
     * @param capped whether there would be more without the cap
     */
    public record Accrued(List<Segment> segments, Money interest, Money fees, boolean capped) {
        public Accrued {
            segments = List.copyOf(segments);
        }
    }

    /** What has accrued by the morning of a day. */
    public static Accrued accrued(History history, LocalDate asOf) {
        var currency = history.billed().currency();
        var segments = segments(history, asOf);
        var units = BigDecimal.ZERO;
        var fees = BigDecimal.ZERO;
        boolean capped = false;
        long nights = 0;
        for (var segment : segments) {
            var wanted = segment.units();
            var granted = withinCap(wanted, units, segment.terms(), history.billed());
            capped |= granted.compareTo(wanted) < 0;
            units = units.add(granted);
            fees = fees.add(fees(segment, nights, currency));
            nights += segment.nights();
        }
        int decimals = history.billed().amount().scale();
        var interest = units.divide(UNITS, decimals, RoundingMode.HALF_UP);
        return new Accrued(segments, Money.of(interest, currency), Money.of(fees, currency), capped);
    }

    private static BigDecimal withinCap(BigDecimal wanted, BigDecimal accrued, Terms terms, Money billed) {
        if (terms.capPercent() == null) {
            return wanted;
        }
        var cap = billed.amount().multiply(terms.capPercent()).multiply(UNITS_OF_A_PERCENT);
        return wanted.min(cap.subtract(accrued).max(BigDecimal.ZERO));
    }

    private static BigDecimal fees(Segment segment, long nightsBefore, String currency) {
        var fee = segment.terms().fee();
        if (fee == null || !fee.amount().currency().equals(currency)) {
            return BigDecimal.ZERO;
        }
        long times = (nightsBefore + segment.nights()) / fee.everyDays() - nightsBefore / fee.everyDays();
        return fee.amount().amount().multiply(BigDecimal.valueOf(times));
    }

    private static List<Segment> segments(History history, LocalDate asOf) {
        var turns = turns(history, asOf);
        var segments = new ArrayList<Segment>();
        LocalDate from = null;
        for (var to : turns) {
            if (from != null) {
                add(segments, history, from, to);
            }
            from = to;
        }
        return segments;
    }

    /** Between two of these days, nothing changes. */
    private static SortedSet<LocalDate> turns(History history, LocalDate asOf) {
        var turns = new TreeSet<LocalDate>();
        turns.addAll(history.open().keySet());
        turns.addAll(history.dueOn().keySet());
        turns.addAll(history.terms().keySet());
        for (var dueOn : history.dueOn().values()) {
            history.terms().values().forEach(terms -> turns.add(dueOn.plusDays(terms.graceDays())));
        }
        turns.add(asOf);
        return turns.headSet(asOf, true);
    }

    private static void add(List<Segment> segments, History history, LocalDate from, LocalDate to) {
        var open = history.open().floorEntry(from);
        var dueOn = history.dueOn().floorEntry(from);
        var terms = history.terms().floorEntry(from);
        if (open == null || dueOn == null || terms == null || !open.getValue().isPositive()) {
            return;
        }
        if (from.isBefore(dueOn.getValue().plusDays(terms.getValue().graceDays()))) {
            return;
        }
        var next = new Segment(from, to, open.getValue(), terms.getValue());
        if (!segments.isEmpty() && segments.getLast().goesOnAs(next)) {
            var last = segments.removeLast();
            segments.add(new Segment(last.from(), to, last.principal(), last.terms()));
        } else {
            segments.add(next);
        }
    }

    /** What holds from some days on, as {@link History} wants it. */
    public static <T> NavigableMap<LocalDate, T> since(LocalDate day, T value) {
        var history = new TreeMap<LocalDate, T>();
        history.put(day, value);
        return history;
    }
}
