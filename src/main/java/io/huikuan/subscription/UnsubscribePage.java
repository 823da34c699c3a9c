package io.huikuan.subscription;

import io.huikuan.platform.TextBundle;
import java.util.Locale;

/** What somebody sees who follows the link in a letter. Names nobody and nothing: whoever has the letter may have passed it on. */
final class UnsubscribePage {
    private static final TextBundle TEXTS = new TextBundle("subscription");

    private UnsubscribePage() {}

    /** The button posts to where the page is. */
    static String asking(Locale language) {
        return page(
                language,
                word(language, "off.ask"),
                "<form method=\"post\"><button style=\"font:inherit;padding:8px 24px\">" + word(language, "off.button")
                        + "</button></form>");
    }

    static String done(Locale language) {
        return page(language, word(language, "off.done"), "");
    }

    private static String page(Locale language, String words, String below) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:24px;font:16px/1.6 -apple-system,'PingFang SC','Microsoft YaHei','Segoe UI',sans-serif;color:#1f2329">
                <div style="max-width:600px;margin:0 auto">
                <p>%s</p>
                %s
                </div>
                </body>
                </html>
                """.formatted(language.toLanguageTag(), word(language, "off.title"), words, below);
    }

    private static String word(Locale language, String key) {
        return TEXTS.text(language, key).orElseThrow();
    }
}
