package io.huikuan.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PushKindTest {

    @ParameterizedTest
    @EnumSource(PushKind.class)
    void everyKindHasItsWordsInBothLanguages(PushKind kind) {
        var sevens = Collections.nCopies(kind.counts(), 7);
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(kind.title(language)).isNotBlank();
            assertThat(kind.body(language, sevens).chars().filter(character -> character == '7'))
                    .as("numbers in the body of %s in %s", kind, language)
                    .hasSize(kind.counts());
        }
        assertThat(kind.title(Locale.ENGLISH)).isNotEqualTo(kind.title(Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @CsvSource({"0,0 customers are yours now.", "1,1 customer is yours now.", "2,2 customers are yours now."})
    void englishCounts(int count, String text) {
        assertThat(PushKind.HANDED_OVER.body(Locale.ENGLISH, List.of(count))).isEqualTo(text);
    }

    @Test
    void unknownLanguageReadsEnglishWhateverTheServerIsSetTo() {
        var serverLanguage = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(PushKind.DIGEST.title(Locale.FRENCH)).isEqualTo("Receivables today");
        } finally {
            Locale.setDefault(serverLanguage);
        }
    }
}
