package io.huikuan.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST = 2000;

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

        assertThat(read(bytes(file, GB18030), in(GB18030))).containsExactly("2: 上海远景𠮷|C-1");
        assertThat(read(file, utf8())).containsExactly("2: 上海远景𠮷|C-1");
        assertThat(read("\uFEFF" + file, utf8())).containsExactly("2: 上海远景𠮷|C-1");
    }

    @Test
    void believesAByteOrderMarkMoreThanTheFormat() {
        var marked = "\uFEFFcode,name\nC-1,上海\n";

        assertThat(read(bytes(marked, StandardCharsets.UTF_8), in(GB18030))).containsExactly("2: C-1|上海");
        assertThat(read(bytes(marked, StandardCharsets.UTF_16LE), utf8())).containsExactly("2: C-1|上海");
        assertThat(read(bytes(marked, StandardCharsets.UTF_16BE), utf8())).containsExactly("2: C-1|上海");
    }

    @Test
    void readsOtherDelimitersAndQuotes() {
        assertThat(read("code;name\nC-1;'a;b'\n", new CsvFormat(StandardCharsets.UTF_8, ';', '\'', LONGEST)))
                .containsExactly("2: C-1|a;b");
        assertThat(read("code\tname\nC-1\ta,b\n", new CsvFormat(StandardCharsets.UTF_8, '\t', '"', LONGEST)))
                .containsExactly("2: C-1|a,b");
    }

    @Test
    void readsTheHeaderAsFarAsItIsOfUse() {
        assertThat(header("\n code ,name\nC-1,x\n")).containsExactly("code", "name");
        assertThat(header("")).isEmpty();
        assertThat(header("\n \n")).isEmpty();
        assertThat(header("a,".repeat(2 * CsvRows.MOST_COLUMNS))).hasSize(CsvRows.MOST_COLUMNS + 1);
    }

    @Test
    void tellsHowWideARowIsWhateverTheHeaderSays() {
        try (var rows = CsvRows.open(stream("code,name\nC-1\nC-2,a,b\n"), utf8())) {
            assertThat(rows.next(10)).extracting(SourceRow::width).containsExactly(1, 3);
        }
    }

    @Test
    void keepsOfEachRowOnlyWhatItNeeds() {
        var endless = "x".repeat(CsvRows.LONGEST_CELL / 2);
        try (var rows = CsvRows.open(stream("code,junk,name\nC-1," + endless + "," + endless + "\n"), utf8())) {
            rows.want(BitSet.valueOf(new long[] {0b101}));
            var row = rows.next(1).getFirst();

            assertThat(row.width()).isEqualTo(3);
            assertThat(row.cells()).hasSize(2);
            assertThat(row.cells().get(1)).hasSize(LONGEST + 1);
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

    private static List<String> read(String file, CsvFormat format) {
        return read(bytes(file, StandardCharsets.UTF_8), format);
    }

    private static List<String> read(byte[] file, CsvFormat format) {
        try (var rows = CsvRows.open(new ByteArrayInputStream(file), format)) {
            return rows.next(100).stream()
                    .map(row -> row.line() + ": " + String.join("|", row.cells()))
                    .toList();
        }
    }

    private static List<String> header(String file) {
        try (var rows = CsvRows.open(stream(file), utf8())) {
            return rows.header();
        }
    }

    private static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(bytes(file, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String file, Charset charset) {
        return file.getBytes(charset);
    }

    private static CsvFormat utf8() {
        return in(StandardCharsets.UTF_8);
    }

    private static CsvFormat in(Charset charset) {
        return new CsvFormat(charset, ',', '"', LONGEST);
    }
}
