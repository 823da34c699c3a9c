package io.huikuan.reminder;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How many receivables met which fate. */
record Tally(Map<Kind, Integer> counts) {
    static final Tally NONE = new Tally(Map.of());

    /** @param offsetDays of the step sent; 0 for what was not sent */
    record Kind(Fate fate, int offsetDays) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return fate == other.fate ? Integer.compare(offsetDays, other.offsetDays) : fate.compareTo(other.fate);
        }
    }

    static Tally of(Collection<Look> looks) {
        var counts = new TreeMap<Kind, Integer>();
        for (var look : looks) {
            var offset = look.sent().map(Sent::offsetDays).orElse(0);
            counts.merge(new Kind(look.fate(), offset), 1, Integer::sum);
        }
        return new Tally(counts);
    }

    Tally plus(Tally other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new Tally(sum);
    }

    int looked() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Receivables about which a step was sent, to however many people. */
    int sent() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().fate() == Fate.SENT)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int suppressed() {
        return looked() - sent();
    }
}
