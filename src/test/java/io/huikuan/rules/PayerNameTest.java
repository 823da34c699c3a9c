package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            上海远景贸易有限公司            | 上海远景贸易有限公司                | EXACT
            ' 上海远景贸易有限公司'         | 上海远景贸易有限公司                | EXACT
            上海远景贸易                    | 上海远景贸易有限公司                | NORMALISED
            远景（上海）贸易有限公司        | 远景(上海)贸易股份有限公司          | NORMALISED
            ＡＣＭＥ　ＣＯ．，ＬＴＤ        | Acme Co., Ltd.                      | NORMALISED
            ACME TRADING CO LTD             | Acme Trading                        | NORMALISED
            上海远景贸易有限公司浦东分公司  | 上海远景贸易有限公司                | SIMILAR
            上海远景商贸有限公司            | 上海远景经贸有限公司                |
            Acme Tradings Inc               | Acme Trading Ltd                    | SIMILAR
            Cisco                           | Cis                                 |
            北京华夏科技有限公司            | 上海远景贸易有限公司                |
            有限公司                        | 公司                                |
            ---                             | Acme                                |
            """)
    void comparesNamesHoweverTheyAreWritten(String told, String name, String likeness) {
        assertThat(PayerName.compare(told, name).map(Enum::name).orElse(null)).isEqualTo(likeness);
        assertThat(PayerName.compare(name, told)).isEqualTo(PayerName.compare(told, name));
    }

    @Property
    void aNameIsItself(@ForAll @NotBlank @StringLength(max = 40) String name) {
        assertThat(PayerName.compare(name, name)).contains(PayerName.Likeness.EXACT);
    }

    @Test
    void keepsANameThatIsNothingButALegalForm() {
        assertThat(PayerName.normalised("Co., Ltd.")).isEqualTo("co");
        assertThat(PayerName.normalised("有限公司")).isNotEmpty();
    }
}
