package io.huikuan.statement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What a browser saves a statement as, in the form of RFC 6266: a plain name, and the full one as RFC 8187 writes it. */
final class StatementFileName {
    private static final int LONGEST = 80;

    private StatementFileName() {}

    /** @param extension without its point */
    static String disposition(StatementView statement, StatementText text, String extension) {
        var plain = "statement-%s-%s.%s"
                .formatted(statement.customerCode().replaceAll("[^A-Za-z0-9._-]", "_"), statement.to(), extension);
        var encoded = URLEncoder.encode(
                        full(statement.customerName(), statement.to(), text, extension), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** What it is, of whom and as of when, in the reader's language. */
    static String full(String customerName, LocalDate to, StatementText text, String extension) {
        int length = customerName.codePointCount(0, customerName.length());
        var name = customerName.substring(0, customerName.offsetByCodePoints(0, Math.min(LONGEST, length)));
        return "%s-%s-%s.%s".formatted(text.words("title"), name, to, extension);
    }
}
