package io.huikuan.paper;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;

/**
 * The fonts of a document: one for Latin, one for Chinese, Japanese and Korean. They come with the product; a document embeds the glyphs that
 * it uses, so that it looks the same wherever it is opened.
 */
@Singleton
public class Fonts {
    /** The sign that printers put where a character is missing: better than a silent gap. */
    private static final int GETA = '\u3013';

    private final BaseFont latin = font("Roboto-Regular.ttf");
    private final BaseFont latinBold = font("Roboto-Bold.ttf");
    private final BaseFont han = font("DroidSansFallbackFull.ttf");

    /** How a text is set. */
    public record Style(float size, boolean bold, Color color) {
        public static final Style PLAIN = new Style(8, false, Color.BLACK);
        public static final Style BOLD = new Style(8, true, Color.BLACK);
        public static final Style SMALL = new Style(7, false, Color.DARK_GRAY);
    }

    /** A text in the font that has its characters. */
    public Phrase phrase(String text, Style style) {
        var selector = new FontSelector();
        selector.addFont(new Font(style.bold() ? latinBold : latin, style.size(), Font.NORMAL, style.color()));
        // There is no bold cut of it: the outline is drawn along.
        selector.addFont(new Font(han, style.size(), style.bold() ? Font.BOLD : Font.NORMAL, style.color()));
        return selector.process(printable(text));
    }

    /** The text on one line, with {@code 〓} for each character that neither font has. */
    public String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .map(character -> exists(character) ? character : GETA)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private boolean exists(int character) {
        return List.of(latin, latinBold, han).stream().anyMatch(font -> font.charExists(character))
                && Character.isBmpCodePoint(character);
    }

    private static BaseFont font(String file) {
        try (var stream = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            var bytes = Objects.requireNonNull(stream, file).readAllBytes();
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
