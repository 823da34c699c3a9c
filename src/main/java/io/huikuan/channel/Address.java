package io.huikuan.channel;

import java.util.UUID;
import java.util.regex.Pattern;

/** Where a message goes. Whoever knows an address can write to it, so that it stays out of logs: as text, it says only what it is. */
public sealed interface Address {
    /**
     * The part of a channel that may break down while the rest works, such as the phones of one platform or one robot: what is refused for a
     * lane waits, and nothing else does. Empty where a channel works or fails as a whole.
     */
    String lane();

    /** What an app registered itself with: a registration token, or the installation id that takes its place. */
    enum AddressKind {
        TOKEN,
        FID
    }

    enum Platform {
        ANDROID,
        IOS,
        WEB
    }

    /** An app on a phone or in a browser. */
    record Device(String value, AddressKind kind, Platform platform) implements Address {
        public Device {
            requireText(value);
        }

        /** The same device by its other name. */
        Device as(AddressKind other) {
            return new Device(value, other, platform);
        }

        @Override
        public String lane() {
            return platform.name();
        }

        @Override
        public String toString() {
            return platform + " " + kind;
        }
    }

    /** Somebody's e-mail address. */
    record Mailbox(String value) implements Address {
        /** One line, one {@code @}: enough that nothing else can be slipped into a header. */
        private static final Pattern FORM =
                Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,189}");

        public Mailbox {
            if (!isMailbox(value)) {
                throw new IllegalArgumentException("not an e-mail address");
            }
        }

        /** True for what can be made one. */
        public static boolean isMailbox(String value) {
            return FORM.matcher(value).matches();
        }

        @Override
        public String lane() {
            return "";
        }

        @Override
        public String toString() {
            return "mailbox";
        }
    }

    /** Somebody's telephone, in the international form of E.164, such as {@code +8613800000000}. */
    record Telephone(String value) implements Address {
        private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");

        public Telephone {
            if (!isTelephone(value)) {
                throw new IllegalArgumentException("not a telephone number in the international form");
            }
        }

        /** True for what can be made one. */
        public static boolean isTelephone(String value) {
            return FORM.matcher(value).matches();
        }

        @Override
        public String lane() {
            return "";
        }

        @Override
        public String toString() {
            return "telephone";
        }
    }

    /**
     * A robot in a chat group or another system's webhook, by its id: its URL and its secret are known to the channel alone, which looks them
     * up when it sends.
     *
     * @param mayNameCustomers the organisation has said that whoever reads there may know customers and amounts
     */
    record Target(UUID organisationId, UUID id, boolean mayNameCustomers) implements Address {
        @Override
        public String lane() {
            return id.toString();
        }

        @Override
        public String toString() {
            return "target " + id;
        }
    }

    private static void requireText(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an address is blank");
        }
    }
}
