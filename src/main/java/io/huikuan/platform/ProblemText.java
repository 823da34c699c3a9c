package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of problems, in the reader's language: Chinese or English. */
@ApplicationScoped
public class ProblemText {
    private static final TextBundle PROBLEMS = new TextBundle("problems");

    /** @param acceptLanguage as in the header; English where it names neither language */
    public Locale locale(@Nullable String acceptLanguage) {
        return TextBundle.locale(acceptLanguage);
    }

    /** @param key in {@code problems.properties}; empty where it has no text there */
    public Optional<String> text(Locale locale, String key, List<Object> arguments) {
        return PROBLEMS.text(
                locale, key, arguments.stream().map(String::valueOf).toArray());
    }
}
