import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was done to the product and what it was asked for, with the moments between which each has happened. */
final class History {

    /** Every replica is concerned. */
    static final int ALL = -1;

    enum Kind {
        KILLED,
        FROZEN,
        POWER_CUT,
        LINE_CUT
    }

    /** @param replica or {@link #ALL} */
    record Fault(Kind kind, int replica, Instant from, Instant until) {
        boolean concerns(int other) {
            return replica == ALL || replica == other;
        }

        /** The two have a moment in common. */
        boolean overlaps(Instant begin, Instant end) {
            return !from.isAfter(end) && !begin.isAfter(until);
        }

        Duration length() {
            return Duration.between(from, until);
        }
    }

    /** All of a receivable was paid at some moment in between; it was for certain at {@code acknowledged}. */
    record Payment(Instant invoked, Instant acknowledged) {}

    /** The reminders of a business date, asked for as often as it took. */
    record Run(LocalDate businessDate, Instant invoked, Instant done, int asked) {}

    final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    final Map<UUID, Payment> payments = new ConcurrentHashMap<>();
    final Map<LocalDate, Run> runs = new ConcurrentHashMap<>();

    /** Whether it was paid before then for certain; false also where it may have been. */
    boolean wasPaidBy(UUID receivable, Instant moment) {
        var payment = payments.get(receivable);
        return payment != null && !payment.acknowledged().isAfter(moment);
    }

    /** Whether it may have been paid by then. */
    boolean mayHaveBeenPaidBy(UUID receivable, Instant moment) {
        var payment = payments.get(receivable);
        return payment != null && !payment.invoked().isAfter(moment);
    }
}
