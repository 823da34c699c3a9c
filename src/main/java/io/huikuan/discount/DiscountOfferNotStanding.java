package io.huikuan.discount;

import io.huikuan.platform.Problem;

/** It was taken or withdrawn before. */
final class DiscountOfferNotStanding extends Problem {
    DiscountOfferNotStanding() {
        super(Kind.CONFLICT);
    }
}
