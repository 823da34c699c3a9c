package io.huikuan.closing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The books, as far as they are closed.
 *
 * @param through the last day on which nothing counts any more; null where none is closed
 */
public record ClosedBooks(@Nullable LocalDate through) {
    public boolean contains(LocalDate day) {
        return through != null && !day.isAfter(through);
    }

    /** The day itself, or the first one behind the closed ones. */
    public LocalDate openOnOrAfter(LocalDate day) {
        return through == null || day.isAfter(through) ? day : through.plusDays(1);
    }

    /**
     * @param pointer to the date in the request
     * @throws PeriodClosed when the day is closed
     */
    public void require(String pointer, LocalDate day) {
        if (through != null && contains(day)) {
            throw new PeriodClosed(pointer, day, through);
        }
    }
}
