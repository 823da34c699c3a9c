package io.huikuan.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one send, in terms of what to do next. Details are for operators: one line, without the address.
 */
public sealed interface SendOutcome {

    /** Whom a refusal concerns, and so how much has to wait: this address, all of its {@link Address#lane lane}, or the whole channel. */
    enum Scope {
        ADDRESS,
        LANE,
        CHANNEL
    }

    /**
     * The provider has it; that is not yet the device. Where {@code reachedAs} is not the address that it was sent to, what is
     * registered is better corrected.
     */
    record Accepted(String messageId, Address reachedAs) implements SendOutcome {}

    /** Nobody is at this address any more. Give it up, unless it was registered anew since the delivery was claimed. */
    record AddressGone(String detail) implements SendOutcome {}

    /** The address belongs to another app or project. Give it up; many at once mean that the credentials are those of another project. */
    record WrongApp(String detail) implements SendOutcome {}

    /** The message itself is at fault: sending it again can't help. */
    record Rejected(String detail) implements SendOutcome {}

    /** Too much, too fast: nothing more in this scope before {@code retryAfter} has passed. */
    record Throttled(Duration retryAfter, Scope scope) implements SendOutcome {}

    /** Not delivered, and worth another try; no sooner than the provider asks for, where it asks. */
    record Transient(Optional<Duration> retryAfter, String detail) implements SendOutcome {}

    /** Our own credentials, or those for a lane, are refused: no message gets through in this scope until somebody mends them. */
    record ChannelAuth(Scope scope, String detail) implements SendOutcome {}

    /** It may have been delivered. Another try must carry the same notification id, so that the device shows it once. */
    record UnknownOutcome(String detail) implements SendOutcome {}
}
