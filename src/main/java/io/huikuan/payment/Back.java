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
     * @param latest the day of the payment's last step, which is not gone behind: as of no day is more allocated than had come
     * @throws InvalidRequest when that is in the future, before the payment was received, or before its last step
     * @throws io.huikuan.closing.PeriodClosed when the day is closed
     */
    void require(LocalDate receivedOn, LocalDate latest, ClosedBooks books) {
        if (effectiveOn.isAfter(today)) {
            throw InvalidRequest.field("/effectiveOn", "must-not-be-in-the-future");
        }
        if (effectiveOn.isBefore(receivedOn)) {
            throw InvalidRequest.field("/effectiveOn", "before-receipt");
        }
        if (effectiveOn.isBefore(latest)) {
            throw InvalidRequest.field("/effectiveOn", "before-last-step", latest);
        }
        books.require("/effectiveOn", effectiveOn);
    }
}
