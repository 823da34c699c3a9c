package io.huikuan.payment;

import io.huikuan.closing.ClosedBooks;
import io.huikuan.platform.InvalidRequest;
import java.time.LocalDate;

/**
 * A step back, or a late one, that counts from a day of its own.
 *
 * @param effectiveOn from when on it counts
 */
public record Back(LocalDate effectiveOn, LocalDate today) {
    /**
     * @throws InvalidRequest when that is in the future, or before the payment was received
     * @throws io.huikuan.closing.PeriodClosed when the day is closed
     */
    void require(LocalDate receivedOn, ClosedBooks books) {
        if (effectiveOn.isAfter(today)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-in-the-future");
        }
        if (effectiveOn.isBefore(receivedOn)) {
            throw InvalidRequest.field("/effectiveOn", "before-receipt");
        }
        books.require("/effectiveOn", effectiveOn);
    }
}
