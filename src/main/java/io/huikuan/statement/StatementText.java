package io.huikuan.statement;

import io.huikuan.platform.TextBundle;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Entry;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** The words of a statement, in the reader's language; days and moments as ISO 8601 writes them, in the organisation's zone. */
final class StatementText {
    private static final TextBundle WORDS = new TextBundle("statement");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;

    /** @param locale one of {@link TextBundle#LOCALES} */
    StatementText(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    String words(String key, Object... arguments) {
        return WORDS.text(locale, key, arguments).orElseThrow(() -> new IllegalStateException("no words for " + key));
    }

    /** Without its currency, which stands above. */
    String amount(Money money) {
        var digits = NumberFormat.getNumberInstance(locale);
        digits.setMinimumFractionDigits(money.amount().scale());
        digits.setMaximumFractionDigits(money.amount().scale());
        return digits.format(money.amount());
    }

    String moment(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    String bucket(AgeingBucket bucket) {
        return words("bucket." + bucket);
    }

    /** What happened; of paper, what kind it is and when it matures. */
    String what(Entry entry) {
        var paper = entry.instrument() == null ? "" : words("instrument." + entry.instrument());
        var what = words("kind." + entry.kind(), paper, amount(entry.amount()));
        return entry.kind() == EntryKind.INSTRUMENT
                ? what + " (" + words("matures", Objects.toString(entry.maturesOn())) + ")"
                : what;
    }

    String language() {
        return locale.toLanguageTag();
    }
}
