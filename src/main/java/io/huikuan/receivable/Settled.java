package io.huikuan.receivable;

import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * What of a receivable is owed no more, by what it was settled with; with what is open it adds up to what was billed.
 *
 * @param paid in cash
 * @param secured by cheques and drafts that have not cleared
 * @param credited by credit notes and discounts
 * @param replanned billed on other receivables since
 */
record Settled(Money paid, Money secured, Money credited, Money writtenOff, Money replanned) {

    static Settled nothing(String currency) {
        var zero = Money.zero(currency);
        return new Settled(zero, zero, zero, zero, zero);
    }

    /** @param parts of one receivable */
    static Settled of(String currency, Collection<BookQueries.Part> parts) {
        return new Settled(
                sum(currency, parts, "PAYMENT"),
                sum(currency, parts, "INSTRUMENT"),
                sum(currency, parts, "CREDIT_NOTE").plus(sum(currency, parts, "DISCOUNT")),
                sum(currency, parts, "WRITE_OFF"),
                sum(currency, parts, "REPLAN"));
    }

    Money total() {
        return paid.plus(secured).plus(credited).plus(writtenOff).plus(replanned);
    }

    private static Money sum(String currency, Collection<BookQueries.Part> parts, String kind) {
        return Money.of(
                parts.stream()
                        .filter(part -> part.kind().equals(kind))
                        .map(BookQueries.Part::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                currency);
    }
}
