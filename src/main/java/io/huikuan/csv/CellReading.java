package io.huikuan.csv;

import io.huikuan.rules.Money;
import io.huikuan.rules.UnknownCurrency;
import io.huikuan.rules.UnrepresentableAmount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of cells as a file writes its dates and amounts: strictly, since a guess would be somebody's money. */
public final class CellReading {
    /** Why a text is not what it has to be; the code names the words for it. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String code;
        private final transient List<Object> arguments;

        Unreadable(String code, Object... arguments) {
            super(code);
            this.code = code;
            this.arguments = List.of(arguments);
        }

        public String code() {
            return code;
        }

        /** What the words of the code have gaps for. */
        public List<Object> arguments() {
            return arguments;
        }

        /** An answer, not a defect: made a million times for a file of the wrong format. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Malformed bytes are read as this character, and a file that holds it was damaged before it came here. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final int LONGEST_ECHO = 40;

    private final String datePattern;
    private final DateTimeFormatter dates;
    private final Pattern amounts;
    private final char decimalSeparator;
    private final String groupingSeparator;

    private CellReading(String datePattern, DateTimeFormatter dates, char decimalSeparator, String groupingSeparator) {
        this.datePattern = datePattern;
        this.dates = dates;
        this.decimalSeparator = decimalSeparator;
        this.groupingSeparator = groupingSeparator;
        var whole = groupingSeparator.isEmpty()
                ? "[0-9]+"
                : "([0-9]+|[0-9]{1,3}(" + Pattern.quote(groupingSeparator) + "[0-9]{3})+)";
        this.amounts =
                Pattern.compile("-?" + whole + "(" + Pattern.quote(String.valueOf(decimalSeparator)) + "[0-9]+)?");
    }

    /**
     * Empty where the pattern cannot be read, or does not tell a whole date.
     *
     * @param datePattern of java.time; a time of day after the date is read and left out
     * @param groupingSeparator empty for none
     */
    public static Optional<CellReading> of(String datePattern, char decimalSeparator, String groupingSeparator) {
        try {
            var dates = new DateTimeFormatterBuilder()
                    .appendPattern(datePattern)
                    // So that a year of the era (y) tells a year: nobody owes anything from before Christ.
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
            var sample = LocalDateTime.of(2013, 11, 22, 0, 0);
            var told = LocalDate.from(dates.parse(dates.format(sample)));
            return told.equals(sample.toLocalDate())
                    ? Optional.of(new CellReading(datePattern, dates, decimalSeparator, groupingSeparator))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return Optional.empty();
        }
    }

    /**
     * @param longest how many characters it may have
     * @throws Unreadable unless it is text of such a length that was decoded without loss
     */
    public String text(String cell, int longest) throws Unreadable {
        if (cell.length() > longest) {
            throw new Unreadable("too-long", longest);
        }
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == REPLACEMENT) {
                throw new Unreadable("charset-malformed");
            }
            if (character < ' ' && character != '\n' && character != '\r' && character != '\t') {
                throw new Unreadable("control-character");
            }
        }
        return cell;
    }

    /** @throws Unreadable unless it is a day of the calendar, written like the pattern */
    public LocalDate date(String text) throws Unreadable {
        try {
            return LocalDate.from(dates.parse(text));
        } catch (DateTimeException malformed) {
            throw new Unreadable("date-malformed", echo(text), datePattern);
        }
    }

    /**
     * A plain decimal with a point, whatever the file writes.
     *
     * @throws Unreadable unless it is written with the separators of the file, and with nothing else
     */
    public String amount(String text) throws Unreadable {
        if (!amounts.matcher(text).matches()) {
            throw new Unreadable("amount-malformed");
        }
        return text.replace(groupingSeparator, "").replace(decimalSeparator, '.');
    }

    /** @throws Unreadable unless it is the code of a currency */
    public String currency(String text) throws Unreadable {
        try {
            return Money.zero(text).currency();
        } catch (UnknownCurrency unknown) {
            throw new Unreadable("currency-unknown");
        }
    }

    /**
     * @param amount as {@link #amount} gives it
     * @throws Unreadable when it has more places than the currency, or is out of all bounds
     */
    public Money money(String amount, String currency) throws Unreadable {
        try {
            return Money.of(amount, currency);
        } catch (UnrepresentableAmount unrepresentable) {
            throw new Unreadable("amount-unrepresentable");
        }
    }

    /** So much of a cell as a message can bear. */
    private static String echo(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
    }
}
