package io.huikuan.robot;

import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import java.nio.charset.StandardCharsets;

/** What a robot says in its group. */
final class RobotText {

    private static final String MORE = "\n…";

    private RobotText() {}

    /**
     * A headline with its link, or a letter's plain text.
     *
     * @param bytes how long it may be in UTF-8; what is longer ends with the last line that fits, for a shorter message is better than none
     */
    static String of(Envelope envelope, int bytes) {
        var text = switch (envelope.content()) {
            case Headline headline ->
                headline.title(envelope.language()) + "\n" + headline.body(envelope.language()) + "\n"
                        + headline.deepLink();
            case Letter letter -> letter.subject() + "\n" + letter.plain();
        };
        return length(text) <= bytes ? text : firstLines(text, bytes - length(MORE)) + MORE;
    }

    private static String firstLines(String text, int bytes) {
        var kept = new StringBuilder();
        for (var line : text.lines().toList()) {
            var next = kept.isEmpty() ? line : kept + "\n" + line;
            if (length(next) > bytes) {
                return kept.isEmpty() ? beginning(line, bytes) : kept.toString();
            }
            kept.replace(0, kept.length(), next);
        }
        return kept.toString();
    }

    /** As many characters as fit, none of them halved. */
    private static String beginning(String line, int bytes) {
        int end = 0;
        int used = 0;
        while (end < line.length()) {
            var character = Character.toString(line.codePointAt(end));
            used += length(character);
            if (used > bytes) {
                break;
            }
            end += character.length();
        }
        return line.substring(0, end);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
