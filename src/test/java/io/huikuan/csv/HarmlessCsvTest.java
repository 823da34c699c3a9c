package io.huikuan.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessCsvTest {
    @Test
    void writesWhatItReads() throws IOException {
        assertThat(written("金额", "so, no", "a \"b\"", "")).isEqualToIgnoringNewLines("金额,\"so, no\",\"a \"\"b\"\"\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void writesNothingThatASpreadsheetWouldRun(String text) throws IOException {
        assertThat(written("2", text)).contains("'" + text).doesNotContain("," + text, "\"" + text);
    }

    private static String written(String... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        var csv = new HarmlessCsv(out);
        csv.write(cells);
        csv.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
