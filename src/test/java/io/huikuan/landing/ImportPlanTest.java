package io.huikuan.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.platform.InvalidRequest;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPlanTest {
    private static final String COLUMNS = """
            "columns":{"customerCode":"C","number":"N","issuedOn":"I","dueOn":"D","amount":"A","currency":"Y"}""";

    @ParameterizedTest
    @CsvSource({"GBK, GB18030", "gb2312, GB18030", "gb18030, GB18030", "utf-8, UTF-8", "windows-1252, windows-1252"})
    void readsOlderChineseCharsetsAsTheOneThatHoldsThem(String told, String charset) {
        assertThat(plan("{\"kind\":\"RECEIVABLES\",\"charset\":\"" + told + "\"," + COLUMNS + "}")
                        .format()
                        .charset())
                .isEqualTo(Charset.forName(charset));
    }

    @Test
    void namesEveryFaultOfASpecificationAtOnce() {
        assertThat(faults("""
                {"kind":"RECEIVABLES","datePattern":"bogus","charset":"EBCDIC-0","delimiter":"x","quote":"''",
                 "decimalSeparator":",","groupingSeparator":",",
                 "columns":{"customerCode":"C","number":" ","colour":"R","receivedOn":"D"},
                 "constants":{"currency":"XXX"}}"""))
                .containsExactlyInAnyOrder(
                        "/spec/datePattern date-pattern-invalid",
                        "/spec/charset charset-unknown",
                        "/spec/delimiter separator-unknown",
                        "/spec/quote separator-unknown",
                        "/spec/groupingSeparator separator-ambiguous",
                        "/spec/columns/number required",
                        "/spec/columns/colour unknown-field",
                        "/spec/columns/receivedOn unknown-field",
                        "/spec/columns/number required",
                        "/spec/columns/issuedOn required",
                        "/spec/columns/dueOn required",
                        "/spec/columns/amount required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | /spec/kind required",
                "{\"kind\":\"INVOICES\"}         | /spec/kind import-kind-unknown",
                "{\"kind\":[]}                   | /spec/kind malformed",
                "{\"kindness\":\"PAYMENTS\"}     | /spec/kindness unknown-field",
                "{\"columns\":{\"amount\":[]}}   | /spec/columns/amount malformed",
                "[]                              | /spec/ malformed",
                "null                            | /spec required",
                "{                               | /spec malformed"
            })
    void namesTheFaultOfTextThatIsNoSpecification(String spec, String fault) {
        assertThat(faults(spec)).containsExactly(fault);
    }

    @Test
    void checksConstantsLikeCells() {
        assertThat(faults("""
                {"kind":"PAYMENTS","datePattern":"M/d/uuuu","columns":{"customerCode":"C","number":"N"},
                 "constants":{"currency":"usd","receivedOn":"2013-01-01","amount":"1,5"}}"""))
                .containsExactlyInAnyOrder(
                        "/spec/constants/currency currency-unknown",
                        "/spec/constants/receivedOn date-malformed",
                        "/spec/constants/amount amount-malformed");
    }

    @Test
    void wantsPaymentsThatCanBeToldApart() {
        assertThat(faults("""
                {"kind":"PAYMENTS","columns":{"customerCode":"C","receivedOn":"R","amount":"A","currency":"Y"}}""")).containsExactly("/spec/columns/reference required");
    }

    private static ImportPlan plan(String spec) {
        return new ImportPlanning(new ObjectMapper()).plan(spec);
    }

    private static List<String> faults(String spec) {
        var refused = catchThrowableOfType(InvalidRequest.class, () -> plan(spec));
        assertThat(refused).as(spec).isNotNull();
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
