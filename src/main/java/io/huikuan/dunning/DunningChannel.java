package io.huikuan.dunning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which a customer can be written to. */
@Schema(name = "DunningChannel")
public enum DunningChannel {
    /** A letter, with the statement of account. */
    EMAIL,
    /** One short text. */
    SMS
}
