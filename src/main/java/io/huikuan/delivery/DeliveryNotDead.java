package io.huikuan.delivery;

import io.huikuan.platform.Problem;

/** Only what has failed for good, and was not brought some other way, is begun anew. */
final class DeliveryNotDead extends Problem {
    DeliveryNotDead() {
        super(Kind.CONFLICT);
    }
}
