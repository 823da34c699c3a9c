package io.huikuan.discount;

import io.huikuan.platform.Problem;
import java.time.LocalDate;

/** The receivable has an offer that has not expired. */
final class DiscountOfferStanding extends Problem {
    DiscountOfferStanding(LocalDate validThrough) {
        super(Kind.CONFLICT, validThrough);
    }
}
