package io.huikuan.target;

import io.huikuan.channel.Address;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.SendOutcome;
import java.time.Instant;

/** Whom channels ask where to send, and what to sign with. */
public interface Targets {
    /** False where the operator has configured no key to open anything with. */
    boolean areOn();

    /**
     * Asked at the moment of sending: what was changed, taken back or forbidden since the message was written counts.
     *
     * @param channel that asks; a target of another kind is none
     */
    Opening open(Address.Target address, ChannelId channel, Instant now);

    /** A target that can be sent to, or what becomes of the message because it can't. */
    sealed interface Opening {
        record Open(OpenTarget target) implements Opening {}

        record Shut(SendOutcome outcome) implements Opening {}
    }
}
