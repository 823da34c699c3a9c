package io.huikuan.subscription;

import io.huikuan.payment.ReceiptTotals;
import io.huikuan.performance.TeamNumbers.Aged;
import io.huikuan.performance.TeamNumbers.Rate;
import io.huikuan.platform.TextBundle;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import java.text.NumberFormat;
import java.util.Locale;

/** Puts numbers into lines, in the reader's language. */
final class NumberWords {
    private static final TextBundle WORDS = new TextBundle("subscription");

    private final Locale locale;

    /** @param language whatever the reader has set; English where there are no words in it */
    NumberWords(Locale language) {
        this.locale = TextBundle.locale(language.toLanguageTag());
    }

    String of(String key, Object... arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return WORDS.text(locale, key, texts).orElseThrow(() -> new IllegalStateException("no words for " + key));
    }

    String bucket(AgeingBucket bucket) {
        return of("bucket." + bucket.name());
    }

    String aged(String label, Aged part) {
        return of("aged", label, part.count(), amount(part.open()));
    }

    String receipts(ReceiptTotals.Total total) {
        return of("received", total.payments(), amount(total.amount()));
    }

    String rate(Rate rate) {
        return of(
                "rate",
                rate.group(),
                amount(rate.collected()),
                amount(rate.due()),
                rate.rate().orElse("–"));
    }

    /** As {@code CNY 12,800.00}: a bare sign such as ¥ stands for more than one currency. */
    private String amount(Money money) {
        var digits = NumberFormat.getNumberInstance(locale);
        digits.setMinimumFractionDigits(money.amount().scale());
        digits.setMaximumFractionDigits(money.amount().scale());
        return money.currency() + " " + digits.format(money.amount());
    }
}
