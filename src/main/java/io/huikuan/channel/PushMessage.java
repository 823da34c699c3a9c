package io.huikuan.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One push to one device. It says what happened by its kind, how many by its counts and where to look by its link; there is no field that
 * could carry a customer's name, a telephone number or an amount, because providers and lock screens read along.
 *
 * @param notificationId the same at every try, so that a device shows it once
 * @param recipientUserId lets the app drop what was meant for the person who had the phone before
 * @param counts as many as the kind names, none negative
 * @param language of the text for platforms that can't look it up by key
 * @param expiresAt when it stops being useful: a phone that is switched on later does not show it
 */
public record PushMessage(
        Address address,
        UUID notificationId,
        UUID recipientUserId,
        PushKind kind,
        List<Integer> counts,
        Locale language,
        DeepLink deepLink,
        Instant expiresAt) {

    public PushMessage {
        counts = List.copyOf(counts);
        if (counts.size() != kind.counts()) {
            throw new IllegalArgumentException(kind + " names " + kind.counts() + " counts, not " + counts.size());
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count is negative: " + counts);
        }
    }

    /** How long it is still of use, or the provider's longest where that is less. */
    Duration timeToLive(Instant now, Duration longest) {
        var left = Duration.between(now, expiresAt);
        return left.compareTo(longest) > 0 ? longest : left;
    }

    /** The counts as localised texts take them. */
    List<String> arguments() {
        return counts.stream().map(String::valueOf).toList();
    }

    /** What an app registered itself with: a registration token, or the installation id that takes its place. */
    public enum AddressKind {
        TOKEN,
        FID
    }

    public enum Platform {
        ANDROID,
        IOS,
        WEB
    }

    /** Where a device is reached. Whoever knows the value can send to the device, so it stays out of logs. */
    public record Address(String value, AddressKind kind, Platform platform) {

        public Address {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an address is blank");
            }
        }

        @Override
        public String toString() {
            return platform + " " + kind;
        }
    }

    /** The screens that a push can open. */
    public enum Screen {
        INBOX("inbox"),
        CUSTOMER("customers"),
        RECEIVABLE("receivables"),
        FOLLOW_UP("follow-ups");

        private final String path;

        Screen(String path) {
            this.path = path;
        }
    }

    /** The screen to open, and what it is to show; written as the app's own URL. */
    public record DeepLink(Screen screen, Optional<UUID> id) {

        public static DeepLink to(Screen screen) {
            return new DeepLink(screen, Optional.empty());
        }

        public static DeepLink to(Screen screen, UUID id) {
            return new DeepLink(screen, Optional.of(id));
        }

        @Override
        public String toString() {
            return "huikuan://" + screen.path + id.map(value -> "/" + value).orElse("");
        }
    }
}
