package io.huikuan.dunning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.reducing;

import io.huikuan.dunning.LetterQueries.Asked;
import io.huikuan.dunning.LetterQueries.Draft;
import io.huikuan.platform.TextBundle;
import io.huikuan.rules.Money;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A letter in words, in its reader's language.
 *
 * @param attachment name of the file that comes with it
 */
record LetterWords(String subject, String text, String shortText, String attachment) {
    private static final TextBundle WORDS = new TextBundle("dunning");

    /** @param asked at least one */
    static LetterWords of(Draft draft, List<Asked> asked, LocalDate today, String attachment) {
        var locale = TextBundle.locale(draft.locale());
        var totals = totals(asked, locale);
        var lines = asked.stream().map(one -> line(one, today, locale)).collect(joining("\n"));
        var text = words(
                locale,
                "text",
                draft.contactName(),
                draft.customerName(),
                today.toString(),
                lines,
                totals,
                draft.ownerName(),
                draft.organisationName());
        var shortText = words(
                locale,
                "short",
                draft.organisationName(),
                draft.customerName(),
                String.valueOf(asked.size()),
                totals,
                asked.getFirst().dueOn().toString(),
                draft.ownerName());
        return new LetterWords(oneLine(words(locale, "subject", draft.customerName())), text, shortText, attachment);
    }

    private static String line(Asked asked, LocalDate today, Locale locale) {
        long days = ChronoUnit.DAYS.between(asked.dueOn(), today);
        var amount = amount(asked.open(), locale);
        var due = asked.dueOn().toString();
        return days > 0
                ? words(locale, "line.overdue", asked.number(), due, String.valueOf(days), amount)
                : words(locale, "line.due", asked.number(), due, amount);
    }

    /** One of each currency. */
    private static String totals(List<Asked> asked, Locale locale) {
        return asked.stream()
                .map(Asked::open)
                .collect(groupingBy(Money::currency, TreeMap::new, reducing(Money::plus)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(total -> amount(total, locale))
                .collect(joining(" + "));
    }

    private static String words(Locale locale, String key, Object... arguments) {
        return WORDS.text(locale, key, arguments).orElseThrow(() -> new IllegalStateException("no words for " + key));
    }

    /** As {@code CNY 12,800.00}: a bare sign such as ¥ stands for more than one currency. */
    private static String amount(Money money, Locale locale) {
        var digits = NumberFormat.getNumberInstance(locale);
        digits.setMinimumFractionDigits(money.amount().scale());
        digits.setMaximumFractionDigits(money.amount().scale());
        return money.currency() + " " + digits.format(money.amount());
    }

    /** A name may have been typed with a line break in it. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
