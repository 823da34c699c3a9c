package io.huikuan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.platform.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void countsTheLinesOfTheFileWhateverStandsInQuotes() {
        var rows = read("code,name\r\nC-1,\"two\r\nlines\"\r\n\r\nC-2,\"a \"\"b\"\", c\"\r\n  ,\t\r\nC-3,x", utf8());

        assertThat(rows).containsExactly("2: C-1|two\r\nlines", "5: C-2|a \"b\", c", "7: C-3|x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesEveryLineEnd(String end) {
        assertThat(read(String.join(end, "code,name", "C-1,x", "C-2,y"), utf8()))
                .containsExactly("2: C-1|x", "3: C-2|y");
    }

    @Test
    void takesAQuoteWithinACellAsItStands() {
        assertThat(read("code,name\nC-1,5\" pipe\nC-2,\"5\" pipe\n", utf8()))
                .containsExactly("2: C-1|5\" pipe", "3: C-2|5 pipe");
    }

    @Test
    void readsChineseInGb18030AndInUtf8WithAndWithoutAMark() {
        var file = "name,code\n上海远景𠮷,C-1\n";

        assertThat(read(bytes(file, GB18030), spec(",\"charset\":\"GBK\""))).containsExactly("2: C-1|上海远景𠮷");
        assertThat(read(file, utf8())).containsExactly("2: C-1|上海远景𠮷");
        assertThat(read("\uFEFF" + file, utf8())).containsExactly("2: C-1|上海远景𠮷");
    }

    @Test
    void believesAByteOrderMarkMoreThanTheSpecification() {
        var marked = "\uFEFFcode,name\nC-1,上海\n";

        assertThat(read(bytes(marked, StandardCharsets.UTF_8), spec(",\"charset\":\"GB18030\"")))
                .containsExactly("2: C-1|上海");
        assertThat(read(bytes(marked, StandardCharsets.UTF_16LE), spec(""))).containsExactly("2: C-1|上海");
        assertThat(read(bytes(marked, StandardCharsets.UTF_16BE), spec(""))).containsExactly("2: C-1|上海");
    }

    @Test
    void refusesOnlyTheRowWithMalformedBytes() throws Exception {
        var file = bytes("code,name\nC-1,M?ller\nC-2,fine\n", StandardCharsets.UTF_8);
        file[file.length - "?ller\nC-2,fine\n".length()] = (byte) 0xFC;
        var spec = spec("");
        try (var rows = CsvRows.open(new ByteArrayInputStream(file), spec)) {
            var page = rows.next(10).stream().map(rows::read).toList();

            assertThat(page.get(0).text(ImportField.CUSTOMER_NAME)).isEmpty();
            assertThat(page.get(0).faults())
                    .containsExactly(new ImportRow.Fault(2, "name", "charset-malformed", List.of()));
            assertThat(page.get(1).text(ImportField.CUSTOMER_NAME)).contains("fine");
        }
    }

    @Test
    void readsOtherDelimitersAndQuotes() {
        assertThat(read("code;name\nC-1;'a;b'\n", spec(",\"delimiter\":\";\",\"quote\":\"'\"")))
                .containsExactly("2: C-1|a;b");
        assertThat(read("code\tname\nC-1\ta,b\n", spec(",\"delimiter\":\"\\t\"")))
                .containsExactly("2: C-1|a,b");
    }

    @Test
    void refusesRowsOfAnotherWidthThanTheHeader() {
        try (var rows = CsvRows.open(stream("code,name,rest\nC-1,a\nC-2,a,b,c\nC-3,a,b\n"), utf8())) {
            var page = rows.next(10).stream().map(rows::read).toList();

            assertThat(page.get(0).faults())
                    .containsExactly(new ImportRow.Fault(2, "rest", "too-few-cells", List.of(2, 3)));
            assertThat(page.get(1).faults())
                    .containsExactly(new ImportRow.Fault(3, "rest", "too-many-cells", List.of(4, 3)));
            assertThat(page.get(2).isSound()).isTrue();
        }
    }

    @Test
    void keepsOfEachRowOnlyWhatItNeeds() {
        var endless = "x".repeat(CsvRows.LONGEST_CELL / 2);
        try (var rows = CsvRows.open(stream("code,junk,name\nC-1," + endless + "," + endless + "\n"), utf8())) {
            var row = rows.next(1).getFirst();

            assertThat(row.cells()).hasSize(2);
            assertThat(row.cells().get(1)).hasSize(ImportField.LONGEST + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void handsOutWhatStandsBeforeTheBreakFirst(int page) {
        var file = "code,name\nC-1,a\nC-2,b\nC-3,\"never closed\nC-4,d\n";

        assertBroken(file, page, 2, 4);
    }

    @Test
    void breaksOffAtACellWithoutEnd() {
        var file = "code,name\nC-1,a\nC-2," + "x".repeat(CsvRows.LONGEST_CELL * 2) + "\nC-3,c\n";

        assertBroken(file, 10, 1, 3);
    }

    private static void assertBroken(String file, int page, int readable, long line) {
        try (var rows = CsvRows.open(stream(file), utf8())) {
            var read = new ArrayList<SourceRow>();
            var broken = catchThrowableOfType(BrokenFile.class, () -> {
                for (var next = rows.next(page); !next.isEmpty(); next = rows.next(page)) {
                    read.addAll(next);
                }
            });

            assertThat(read).hasSize(readable);
            assertThat(broken).isNotNull();
            assertThat(broken.line()).isEqualTo(line);
        }
    }

    @Test
    void goesOnBehindWhatIsDoneWith() {
        try (var rows = CsvRows.open(stream("code,name\nC-1,a\n\nC-2,b\nC-3,c\n"), utf8())) {
            rows.skip(2);

            assertThat(rows.next(10)).extracting(SourceRow::line).containsExactly(5L);
        }
    }

    @Test
    void saysWhatTheHeaderLacks() {
        assertThat(faults("code,title\n")).containsExactly("/spec/columns/customerName header-missing");
        assertThat(faults("name,code,name\n")).containsExactly("/spec/columns/customerName header-ambiguous");
        assertThat(faults("")).containsExactly("/file file-empty");
        assertThat(faults("\n \n")).containsExactly("/file file-empty");
        assertThat(faults("a,".repeat(CsvRows.MOST_COLUMNS) + "code\n")).containsExactly("/file too-many-columns");
        assertThat(faults("PK\u0003\u0004\u0000\u0000"))
                .containsExactly(
                        "/spec/columns/customerCode header-missing", "/spec/columns/customerName header-missing");
    }

    private static List<String> faults(String file) {
        var refused = catchThrowableOfType(
                InvalidRequest.class, () -> CsvRows.open(stream(file), utf8()).close());
        assertThat(refused).isNotNull();
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static List<String> read(String file, ImportPlan plan) {
        return read(bytes(file, StandardCharsets.UTF_8), plan);
    }

    private static List<String> read(byte[] file, ImportPlan plan) {
        try (var rows = CsvRows.open(new ByteArrayInputStream(file), plan)) {
            return rows.next(100).stream()
                    .map(row -> {
                        var read = rows.read(row);
                        return row.line() + ": "
                                + read.text(ImportField.CUSTOMER_CODE).orElse("") + "|"
                                + read.text(ImportField.CUSTOMER_NAME).orElse("");
                    })
                    .toList();
        }
    }

    private static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(bytes(file, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String file, Charset charset) {
        return file.getBytes(charset);
    }

    private static ImportPlan utf8() {
        return spec("");
    }

    private static ImportPlan spec(String more) {
        return new ImportPlanning(new ObjectMapper())
                .plan("{\"kind\":\"CUSTOMERS\",\"columns\":{\"customerCode\":\"code\",\"customerName\":\"name\"}" + more
                        + "}");
    }
}
