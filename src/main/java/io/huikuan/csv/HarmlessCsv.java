package io.huikuan.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes CSV in UTF-8 so that a spreadsheet shows it, and runs nothing that stands in it. */
public final class HarmlessCsv {
    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter csv;

    /** @param out stays open: whoever opened it closes it */
    public HarmlessCsv(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    public void write(String... cells) {
        csv.writeRecord(Arrays.stream(cells).map(HarmlessCsv::harmless).toList());
    }

    /** Behind the last row. */
    public void flush() throws IOException {
        csv.flush();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
