package io.huikuan.importing;

import io.huikuan.csv.HarmlessCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes refused rows as CSV, page by page, so that a spreadsheet shows them and runs nothing that stands in them. */
final class RefusedCsv {
    private RefusedCsv() {}

    /**
     * @param first page; the writing ends with an empty one
     * @param next page behind one
     */
    static void write(OutputStream out, List<ImportProblem> first, UnaryOperator<List<ImportProblem>> next)
            throws IOException {
        var csv = new HarmlessCsv(out);
        csv.write("line", "column", "code", "message");
        for (var page = first; !page.isEmpty(); page = next.apply(page)) {
            for (var problem : page) {
                csv.write(Long.toString(problem.line()), problem.column(), problem.code(), problem.message());
            }
        }
        // Not closed: the answer's own stream ends with the answer.
        csv.flush();
    }
}
