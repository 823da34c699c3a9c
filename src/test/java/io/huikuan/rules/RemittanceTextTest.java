package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemittanceTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            货款INV-2026-001尾款          | INV-2026-001 | true
            inv 2026 001                  | INV-2026-001 | true
            INV2026001                    | INV-2026-001 | true
            ＩＮＶ－２０２６－００１      | INV-2026-001 | true
            INV-2026-0010                 | INV-2026-001 | false
            XINV-2026-001                 | INV-2026-001 | false
            INV-2026-002                  | INV-2026-001 | false
            付1001号                      | 1001         | true
            付21001号                     | 1001         | false
            INV 001                       | 001          | false
            付货款                        | 货款         | false
            """)
    void findsANumberButNotWithinAnother(String text, String number, boolean found) {
        assertThat(new RemittanceText(text).mentioned(List.of(number)).contains(number))
                .isEqualTo(found);
    }

    @Test
    void aLongerNumberHidesTheShorterOneWithinItUnlessThatStandsElsewhereToo() {
        var numbers = List.of("HT-2026-01", "HT-2026-01-3");

        assertThat(new RemittanceText("付 HT-2026-01-3").mentioned(numbers)).containsExactly("HT-2026-01-3");
        assertThat(new RemittanceText("付 HT-2026-01-3 及 HT-2026-01").mentioned(numbers))
                .containsExactlyInAnyOrder("HT-2026-01", "HT-2026-01-3");
    }

    @Test
    void looksUpWhateverMayBeANumber() {
        assertThat(RemittanceText.tokens("货款inv-2026-001/inv-2026-002，谢谢 ok 12"))
                .contains("inv-2026-001", "INV-2026-001", "inv-2026-002")
                .doesNotContain("ok", "OK", "12");
        assertThat(RemittanceText.tokens(null)).isEmpty();
    }

    @Property
    void findsWhatItWouldLookUp(
            @ForAll @StringLength(max = 60) String before, @ForAll @IntRange(min = 1000) int number) {
        var text = before + " A-" + number;
        assertThat(RemittanceText.tokens("A-" + number)).contains("A-" + number);
        assertThat(new RemittanceText(text).mentioned(Set.of("A-" + number))).containsExactly("A-" + number);
    }
}
