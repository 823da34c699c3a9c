package io.huikuan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void writesNothingThatASpreadsheetWouldRun() throws IOException {
        var out = new ByteArrayOutputStream();

        RefusedCsv.write(out, List.of(new ImportProblem(2, "=A1", "required", "@SUM(A1)")), page -> List.of());

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).contains("2,'=A1,required,'@SUM(A1)");
    }

    private static List<ImportProblem> page(long... lines) {
        return Arrays.stream(lines)
                .mapToObj(line -> new ImportProblem(line, "金额", "required", "so, no"))
                .toList();
    }
}
