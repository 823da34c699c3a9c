package io.huikuan.delivery;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Says what a letter to a contact of a customer says, at the moment of the send; the room that writes letters implements this. */
public interface LetterContent {
    record Wanted(UUID organisationId, UUID letterId, ChannelId channel, Instant now) {}

    /** Empty where there is nothing left to say. Part of the transaction of the last look. */
    Optional<Content> content(Wanted wanted);
}
