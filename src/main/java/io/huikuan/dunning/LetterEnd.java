package io.huikuan.dunning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a letter has not gone out. */
@Schema(name = "DunningLetterEnd")
public enum LetterEnd {
    /** All that it was to ask for is paid, held or due on another day. */
    NOTHING_LEFT,
    OPTED_OUT,
    NOT_REACHED
}
