package io.huikuan.statement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a browser saves a statement as, in the form of RFC 6266: a plain name, and the full one as RFC 8187 writes it. */
final class StatementFileName {
    private static final int LONGEST = 80;

    private StatementFileName() {}

    /** @param extension without its point */
    static String disposition(StatementView statement, StatementText text, String extension) {
        var plain = "statement-%s-%s.%s"
                .formatted(statement.customerCode().replaceAll("[^A-Za-z0-9._-]", "_"), statement.to(), extension);
        var name = statement.customerName();
        var full = "%s-%s-%s.%s"
                .formatted(
                        text.words("title"),
                        name.substring(
                                0,
                                name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())))),
                        statement.to(),
                        extension);
        var encoded = URLEncoder.encode(full, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
