package io.huikuan.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The sort keys of the last row of a page; opaque to clients, versioned so that an old one can be told apart. */
public final class Cursor {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\u001f";

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** For lists that go on in more than one way; all others are cut by {@link Page#of}. */
    public static Cursor after(List<?> keys) {
        return new Cursor(keys.stream().map(String::valueOf).toList());
    }

    /** As a client gets it. */
    public String encoded() {
        var text = VERSION + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var parts = List.of(text.split(SEPARATOR, -1));
            if (!parts.getFirst().equals(VERSION) || parts.size() < 2) {
                throw invalid();
            }
            return new Cursor(parts.subList(1, parts.size()));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    public String text(int index) {
        return key(index, PlainForm::text);
    }

    public LocalDate date(int index) {
        return key(index, PlainForm::day);
    }

    public Instant instant(int index) {
        return key(index, PlainForm::moment);
    }

    public int number(int index) {
        return key(index, Integer::parseInt);
    }

    public UUID id(int index) {
        return key(index, UUID::fromString);
    }

    private <T> T key(int index, Function<String, T> parse) {
        if (index >= keys.size()) {
            throw invalid();
        }
        try {
            return parse.apply(keys.get(index));
        } catch (IllegalArgumentException | DateTimeException otherList) {
            throw invalid();
        }
    }

    /** What to throw where a cursor is of another list. */
    public static InvalidRequest invalid() {
        return InvalidRequest.field("/cursor", "cursor-invalid");
    }
}
