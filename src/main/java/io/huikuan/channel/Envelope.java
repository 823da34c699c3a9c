package io.huikuan.channel;

import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Target;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Content.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One message to one address. That no letter reaches a device, nor a group that may not know customers, is seen to here, for all channels.
 *
 * @param notificationId the same at every try, so that what can tell a repetition shows it once
 * @param recipientId whom it is meant for: a person, a contact or a group. An app drops what was meant for the person who had the phone
 *     before
 * @param language of what has to be said in words
 * @param expiresAt when it stops being useful: a phone that is switched on later does not show it
 */
public record Envelope(
        Address address, UUID notificationId, UUID recipientId, Content content, Locale language, Instant expiresAt) {
    public Envelope {
        if (content instanceof Letter && !mayReadLetters(address)) {
            throw new IllegalArgumentException("a letter may name customers, and so does not go to " + address);
        }
    }

    private static boolean mayReadLetters(Address address) {
        return switch (address) {
            case Device _ -> false;
            case Target target -> target.mayNameCustomers();
            case Mailbox _, Telephone _ -> true;
        };
    }

    /** How long it is still of use, or the provider's longest where that is less. */
    public Duration timeToLive(Instant now, Duration longest) {
        var left = Duration.between(now, expiresAt);
        return left.compareTo(longest) > 0 ? longest : left;
    }
}
