package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of problems, notices and digests, in the reader's language: Chinese or English. */
@ApplicationScoped
public class ProblemText {
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** @param acceptLanguage as in the header; English where it names neither language */
    public Locale locale(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            var found = Locale.lookup(wanted, List.of(Locale.ENGLISH, Locale.CHINESE, Locale.SIMPLIFIED_CHINESE));
            return found == null || found.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    Optional<String> text(Locale locale, String key, List<Object> arguments) {
        var bundle = ResourceBundle.getBundle("problems", LOCALES.contains(locale) ? locale : Locale.ENGLISH, CONTROL);
        try {
            var plain = arguments.stream().map(String::valueOf).toArray();
            return Optional.of(new MessageFormat(bundle.getString(key), locale).format(plain));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** Never falls back to the machine's own language. */
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
