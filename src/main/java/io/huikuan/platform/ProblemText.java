package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The words of problems, in the reader's language: Chinese or English. */
@ApplicationScoped
public class ProblemText {
    private static final TextBundle PROBLEMS = new TextBundle("problems");
    private static final String TITLE = ".title";
    private static final String FAULT = "field.";
    private static final Object[] PLACEHOLDERS = {"…", "…", "…"};

    /** @param acceptLanguage as in the header; English where it names neither language */
    public Locale locale(@Nullable String acceptLanguage) {
        return TextBundle.locale(acceptLanguage);
    }

    /**
     * What there are words for, as the reader of the API's description wants to see it.
     *
     * @return by code, in English: the titles of problems
     */
    SortedMap<String, String> titles() {
        return english(key -> key.endsWith(TITLE) ? key.substring(0, key.length() - TITLE.length()) : "");
    }

    /** The same of faults of fields; dots stand for what the text is filled with. */
    SortedMap<String, String> faults() {
        return english(key -> key.startsWith(FAULT) ? key.substring(FAULT.length()) : "");
    }

    private static SortedMap<String, String> english(UnaryOperator<String> codeOf) {
        var texts = new TreeMap<String, String>();
        for (var key : PROBLEMS.keys()) {
            var code = codeOf.apply(key);
            if (!code.isEmpty()) {
                texts.put(code, PROBLEMS.text(Locale.ENGLISH, key, PLACEHOLDERS).orElseThrow());
            }
        }
        return texts;
    }

    /** @param key in {@code problems.properties}; empty where it has no text there */
    public Optional<String> text(Locale locale, String key, List<Object> arguments) {
        return PROBLEMS.text(
                locale, key, arguments.stream().map(String::valueOf).toArray());
    }
}
