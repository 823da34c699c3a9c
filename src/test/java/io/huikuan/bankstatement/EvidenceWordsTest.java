package io.huikuan.bankstatement;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.MatchEvidence;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One is not told as many. */
class EvidenceWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -2 | It came 2 days before it was expected | 到账日早于预计日 2 天
        -1 | It came one day before it was expected | 到账日早于预计日 1 天
        0 | It came on the day it was expected | 到账日与预计日相同
        1 | It came one day after it was expected | 到账日晚于预计日 1 天
        12 | It came 12 days after it was expected | 到账日晚于预计日 12 天
        """)
    void tellsHowFarTheDaysLieApart(int days, String english, String chinese) {
        var gap = new MatchEvidence.DateGap(days);

        assertThat(words(gap, Locale.ENGLISH)).isEqualTo(english);
        assertThat(words(gap, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 | One earlier line of this payer was this customer’s
        3 | 3 earlier lines of this payer were this customer’s
        """)
    void tellsHowOftenThePayerWasKnown(int times, String english) {
        assertThat(words(new MatchEvidence.PayerKnown(times), Locale.ENGLISH)).isEqualTo(english);
    }

    private static String words(MatchEvidence evidence, Locale locale) {
        return Objects.requireNonNull(EvidenceView.of(evidence, locale).words());
    }
}
