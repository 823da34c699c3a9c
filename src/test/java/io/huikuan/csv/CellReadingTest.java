package io.huikuan.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReadingTest {
    @ParameterizedTest
    @CsvSource({
        "M/d/uuuu, 2/3/2013",
        "M/d/yyyy, 2/3/2013",
        "dd.MM.yy, 03.02.13",
        "uuuuMMdd, 20130203",
        "d-MMM-uuuu, 3-Feb-2013",
        "uuuu-MM-dd HH:mm:ss, 2013-02-03 17:45:00",
        "uuuu'年'M'月'd'日', 2013年2月3日"
    })
    void readsDatesAsTheFileWritesThem(String pattern, String text) throws CellReading.Unreadable {
        assertThat(reading(pattern, '.', "").date(text)).isEqualTo(LocalDate.of(2013, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/29/2013", "13/1/2013", "1/2/13", "2013-02-03", "2/3/2013 ", "", "today"})
    void refusesDatesThatAreNoneInThePattern(String text) {
        assertThatThrownBy(() -> reading("M/d/uuuu", '.', "").date(text))
                .isInstanceOfSatisfying(
                        CellReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("date-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M/d", "HH:mm", "uuuu-MM", "uuuu-MM-dd'T'HH:mmXXX", "bogus", "uuuu-'MM", "MM/dd/YYYY"})
    void takesOnlyPatternsOfWholeDates(String pattern) {
        assertThat(CellReading.of(pattern, '.', "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1234.50    | . |   | 1234.50",
                "-3         | . |   | -3",
                "1,234.50   | . | , | 1234.50",
                "1234567.5  | . | , | 1234567.5",
                "1.234,50   | , | . | 1234.50",
                "1'234'567  | . | ' | 1234567"
            })
    void readsAmountsAsTheFileWritesThem(String text, char decimal, String grouping, String amount)
            throws CellReading.Unreadable {
        var reading = reading("uuuu-MM-dd", decimal, grouping == null ? "" : grouping);

        assertThat(reading.amount(text)).isEqualTo(amount);
    }

    /** 1,234 may be a thousand, or one and a bit: nobody guesses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234    | . | ", "1.234,50 | . | ,", "12,34    | . | ,", "1,,234   | . | ,", "1e3      | . | ",
                "+5       | . | ", ".5       | . | ", "5.       | . | ", "0x10     | . | ", "$5       | . | ",
                "١٢       | . | "
            })
    void refusesAmountsThatItWouldHaveToGuess(String text, char decimal, String grouping) {
        var reading = reading("uuuu-MM-dd", decimal, grouping == null ? "" : grouping);

        assertThatThrownBy(() -> reading.amount(text))
                .isInstanceOfSatisfying(
                        CellReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("amount-malformed"));
    }

    @Test
    void refusesTextThatLostSomethingOnTheWay() {
        var reading = reading("uuuu-MM-dd", '.', "");

        assertThatThrownBy(() -> reading.text("M\uFFFDller", 200)).hasMessage("charset-malformed");
        assertThatThrownBy(() -> reading.text("a\u0000b", 200)).hasMessage("control-character");
        assertThatThrownBy(() -> reading.text("x".repeat(65), 64)).hasMessage("too-long");
    }

    private static CellReading reading(String datePattern, char decimal, String grouping) {
        return CellReading.of(datePattern, decimal, grouping).orElseThrow();
    }
}
