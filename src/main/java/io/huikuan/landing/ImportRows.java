package io.huikuan.landing;

import io.huikuan.csv.BrokenFile;
import io.huikuan.csv.CsvRows;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem.Fault;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows of a file, one page after the other, each with the fields that its plan finds in it. */
public final class ImportRows implements AutoCloseable {
    private final ImportPlan plan;
    private final CsvRows rows;

    /** Where in a row's cells each field stands. */
    private final Map<ImportField, Integer> positions;

    /** @throws InvalidRequest by pointers into the request, when the header does not fit the plan */
    ImportRows(ImportPlan plan, CsvRows rows) {
        this.plan = plan;
        this.rows = rows;
        var header = rows.header();
        if (header.isEmpty()) {
            throw InvalidRequest.field("/file", "file-empty");
        }
        if (header.size() > CsvRows.MOST_COLUMNS) {
            throw InvalidRequest.field("/file", "too-many-columns", CsvRows.MOST_COLUMNS);
        }
        requireColumns(header);
        var wanted = new BitSet();
        plan.columns().values().forEach(name -> wanted.set(header.indexOf(name)));
        rows.want(wanted);
        this.positions = new EnumMap<>(ImportField.class);
        plan.columns()
                .forEach((field, name) ->
                        positions.put(field, wanted.get(0, header.indexOf(name)).cardinality()));
    }

    private void requireColumns(List<String> header) {
        var faults = new ArrayList<Fault>();
        plan.columns().forEach((field, name) -> {
            int count = Collections.frequency(header, name);
            if (count != 1) {
                var code = count == 0 ? "header-missing" : "header-ambiguous";
                faults.add(new Fault("/spec/columns/" + field.key, code, List.of(name)));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /**
     * The next rows; fewer only at the end of the file, or before a place where it breaks.
     *
     * @throws BrokenFile when the very next row cannot be read
     */
    public List<ImportRow> next(int most) {
        return rows.next(most).stream()
                .map(row -> new ImportRow(plan, rows.header(), positions, row))
                .toList();
    }

    /** Passes over rows that are done with. */
    public void skip(long count) {
        rows.skip(count);
    }

    @Override
    public void close() {
        rows.close();
    }
}
