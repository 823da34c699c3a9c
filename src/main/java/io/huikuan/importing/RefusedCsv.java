package io.huikuan.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes refused rows as CSV, page by page, so that a spreadsheet shows them and runs nothing that stands in them. */
final class RefusedCsv {
    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private RefusedCsv() {}

    /**
     * @param first page; the writing ends with an empty one
     * @param next page behind one
     */
    static void write(OutputStream out, List<ImportProblem> first, UnaryOperator<List<ImportProblem>> next)
            throws IOException {
        var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord("line", "column", "code", "message");
        for (var page = first; !page.isEmpty(); page = next.apply(page)) {
            for (var problem : page) {
                csv.writeRecord(
                        Long.toString(problem.line()),
                        harmless(problem.column()),
                        problem.code(),
                        harmless(problem.message()));
            }
        }
        // Not closed: the answer's own stream ends with the answer.
        csv.flush();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
