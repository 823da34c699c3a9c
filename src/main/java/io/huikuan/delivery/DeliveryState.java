package io.huikuan.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a delivery has got. */
@Schema(name = "DeliveryState")
enum DeliveryState {
    PENDING,
    /** A replica has it in hand. */
    CLAIMED,
    /** It may be on its way. */
    SENDING,
    SENT,
    /** Nobody is at the address any more. */
    ADDRESS_GONE,
    /** It need not, or may not, be told any more. */
    CANCELLED,
    /** Tried as often as it may be, or refused for good. */
    DEAD
}
