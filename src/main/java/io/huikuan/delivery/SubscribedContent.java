package io.huikuan.delivery;

import io.huikuan.channel.Content;
import io.huikuan.channel.PushKind;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Says what is told to somebody who has asked for it, at the moment of the send; the room that knows what it is implements this. */
public interface SubscribedContent {
    /**
     * @param recipientId who has asked for it, and as whom it is counted
     * @param day that it is told on, in the organisation's zone
     * @param targetId which is told on their behalf; empty where they are told themselves
     * @param letters whether it may be a letter, which names customers and amounts
     */
    record Asked(
            UUID organisationId,
            UUID recipientId,
            PushKind kind,
            LocalDate day,
            Optional<UUID> targetId,
            boolean letters,
            Locale language) {}

    /** Empty where there is nothing to tell any more, such as to somebody who has unsubscribed meanwhile. */
    Optional<Content> content(Asked asked);
}
