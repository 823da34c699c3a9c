package io.huikuan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCsvTest {
    @Test
    void writesPageAfterPage() throws IOException {
        var pages = List.of(page(2, 3), page(5), List.<ImportProblem>of());
        var out = new ByteArrayOutputStream();

        RefusedCsv.write(out, pages.get(0), page -> pages.get(pages.indexOf(page) + 1));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "line,column,code,message",
                        "2,金额,required,\"so, no\"",
                        "3,金额,required,\"so, no\"",
                        "5,金额,required,\"so, no\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void writesNothingThatASpreadsheetWouldRun(String text) throws IOException {
        var out = new ByteArrayOutputStream();

        RefusedCsv.write(out, List.of(new ImportProblem(2, text, "required", text)), page -> List.of());

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'" + text).doesNotContain("," + text, "\"" + text);
    }

    private static List<ImportProblem> page(long... lines) {
        return Arrays.stream(lines)
                .mapToObj(line -> new ImportProblem(line, "金额", "required", "so, no"))
                .toList();
    }
}
