package io.huikuan.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words for readers of Chinese and of English, from {@code <name>.properties} and {@code <name>_zh_CN.properties}.
 *
 * @param name of the properties files
 */
public record TextBundle(String name) {
    /** The languages that there are words in; English is the one for everybody else. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** Never falls back to the machine's own language. */
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @param acceptLanguage as in the header; English where it names neither language */
    public static Locale locale(@Nullable String acceptLanguage) {
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

    /** Every key that there is a text for. */
    public SortedSet<String> keys() {
        return new TreeSet<>(
                ResourceBundle.getBundle(name, Locale.ENGLISH, CONTROL).keySet());
    }

    /** Empty where the bundle has no such key. */
    public Optional<String> text(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(name, LOCALES.contains(locale) ? locale : Locale.ENGLISH, CONTROL);
        try {
            return Optional.of(new MessageFormat(bundle.getString(key), locale).format(arguments));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}
