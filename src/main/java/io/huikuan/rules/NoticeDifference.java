package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/**
 * How what one person is told about one receivable differs from what it was, counted in notices.
 *
 * @param kept told on the same day
 * @param moved told on another day
 */
public record NoticeDifference(int kept, int added, int removed, int moved) {

    public static final NoticeDifference NONE = new NoticeDifference(0, 0, 0, 0);

    /**
     * Of those that have no counterpart on the same day the first is taken for the first, and so on; what is left over was added or removed.
     *
     * @param before the days on which something was told, each once
     * @param after the same for what is compared with it
     */
    public static NoticeDifference of(Collection<LocalDate> before, Collection<LocalDate> after) {
        var same = new TreeSet<>(before);
        same.retainAll(after);
        int kept = same.size();
        int gone = before.size() - kept;
        int come = after.size() - kept;
        int moved = Math.min(gone, come);
        return new NoticeDifference(kept, come - moved, gone - moved, moved);
    }

    public NoticeDifference plus(NoticeDifference other) {
        return new NoticeDifference(
                kept + other.kept, added + other.added, removed + other.removed, moved + other.moved);
    }
}
