package io.huikuan.channel;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a message says: little enough for a lock screen, or as much as a letter. */
public sealed interface Content {
    /**
     * It says what happened by its kind, how many by its counts and where to look by its link; there is no field that could carry a
     * customer's name, a telephone number or an amount, because providers, lock screens and groups read along.
     *
     * @param counts as many as the kind names, none negative
     */
    record Headline(PushKind kind, List<Integer> counts, DeepLink deepLink) implements Content {
        public Headline {
            counts = List.copyOf(counts);
            if (counts.size() != kind.counts()) {
                throw new IllegalArgumentException(kind + " names " + kind.counts() + " counts, not " + counts.size());
            }
            if (counts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("a count is negative: " + counts);
            }
        }

        /** The title in words, for a channel that has to say it itself. */
        public String title(Locale language) {
            return kind.title(language);
        }

        /** The body in words, for a channel that has to say it itself. */
        public String body(Locale language) {
            return kind.body(language, counts);
        }

        /** The counts as localised texts take them. */
        List<String> arguments() {
            return counts.stream().map(String::valueOf).toList();
        }
    }

    /**
     * Words for one person, which may name customers and amounts. Its text stays out of logs.
     *
     * @param subject one line
     * @param plain all of it, for who reads no HTML; a channel that has no other form sends this
     * @param replyTo whom an answer reaches, where that is not the sender
     * @param unsubscribe where one POST without signing in ends letters of this sort (RFC 8058)
     */
    record Letter(
            String subject,
            String plain,
            Optional<String> html,
            List<Attachment> attachments,
            Optional<Address.Mailbox> replyTo,
            Optional<URI> unsubscribe)
            implements Content {
        public Letter {
            attachments = List.copyOf(attachments);
            if (subject.isBlank() || subject.lines().count() > 1) {
                throw new IllegalArgumentException("a subject is one line of text");
            }
        }

        /** Of words alone. */
        public static Letter of(String subject, String plain) {
            return new Letter(subject, plain, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "letter with " + attachments.size() + " attachments";
        }
    }

    /**
     * A file that comes with a letter.
     *
     * @param mediaType such as {@code application/pdf}
     * @param file makes it when the letter goes out, as often as that is tried: nobody holds documents for letters that wait
     */
    record Attachment(String fileName, String mediaType, Supplier<byte[]> file) {
        @Override
        public String toString() {
            return mediaType;
        }
    }

    /** The screens that a message can open. */
    enum Screen {
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
    record DeepLink(Screen screen, Optional<UUID> id) {
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
