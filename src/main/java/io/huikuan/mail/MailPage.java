package io.huikuan.mail;

import io.huikuan.platform.TextBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTML of a letter that has come without one: its words in the frame of {@code letter.html}. Whatever is filled in is escaped, so that
 * no customer's name becomes markup.
 */
final class MailPage {

    private static final TextBundle TEXTS = new TextBundle("mail");
    private static final String FRAME = read("letter.html");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"'&]+(?:&amp;[^\\s<>\"'&]+)*");

    private MailPage() {}

    static String of(Locale language, String subject, String plain, Optional<URI> unsubscribe) {
        var ending = unsubscribe
                .map(url -> "<a href=\"" + escaped(url.toASCIIString()) + "\">" + escaped(word(language, "unsubscribe"))
                        + "</a>")
                .orElse("");
        var filling = Map.of(
                "language", language.toLanguageTag(),
                "subject", escaped(subject),
                "words", paragraphs(plain),
                "because", escaped(word(language, "because")),
                "ending", ending);
        return PLACE.matcher(FRAME)
                .replaceAll(place -> Matcher.quoteReplacement(filling.getOrDefault(place.group(1), place.group())));
    }

    private static String paragraphs(String plain) {
        return Stream.of(plain.strip().split("\\R{2,}"))
                .map(MailPage::escaped)
                .map(text -> LINK.matcher(text).replaceAll("<a href=\"$0\">$0</a>"))
                .map(text -> "<p>" + text.replaceAll("\\R", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String word(Locale language, String key) {
        return TEXTS.text(language, key).orElseThrow();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) {
        try (InputStream in = MailPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
