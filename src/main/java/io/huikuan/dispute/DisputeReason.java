package io.huikuan.dispute;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer contests. */
@Schema(name = "DisputeReason")
public enum DisputeReason {
    PRICE,
    QUANTITY,
    QUALITY,
    /** Nothing came, or it came late. */
    DELIVERY,
    PAID_ALREADY,
    /** The invoice or another paper is missing or wrong. */
    DOCUMENT,
    CONTRACT,
    OTHER
}
