package io.huikuan.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, read one after the other; holds no more of the file at a time than its longest row. */
final class CsvRows implements AutoCloseable {
    /** In characters: what may stand in one cell, wanted or not. */
    static final int LONGEST_CELL = 256 * 1024;

    static final int MOST_COLUMNS = 1000;

    private final ImportPlan plan;
    private final Reader reader;
    private final RowGathering gathering = new RowGathering(MOST_COLUMNS + 1);
    private final Iterator<SourceRow> rows;
    private final List<String> header;
    private final Map<ImportField, Integer> positions;

    /** Where the file broke, until it is told. */
    private @Nullable BrokenFile broken;

    private CsvRows(ImportPlan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.rows = CsvReader.builder()
                .fieldSeparator(plan.delimiter())
                .quoteCharacter(plan.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(gathering, reader)
                .iterator();
        this.header = readHeader();
        this.positions = positions();
    }

    /**
     * Reads the header; whatever does not fit the plan is told by its pointer into the request.
     *
     * @throws InvalidRequest when the file has no header, or its header lacks a column of the plan or has it twice
     */
    static CsvRows open(InputStream bytes, ImportPlan plan) {
        try {
            return new CsvRows(plan, decoded(bytes, plan.charset()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A byte order mark knows better than the specification. Malformed bytes become a mark that cells are refused for. */
    private static Reader decoded(InputStream bytes, Charset charset) throws IOException {
        var marked = new PushbackInputStream(bytes, 3);
        var start = marked.readNBytes(3);
        int skipped = 0;
        Charset told = charset;
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            told = StandardCharsets.UTF_8;
            skipped = 3;
        } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            told = StandardCharsets.UTF_16BE;
            skipped = 2;
        } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            told = StandardCharsets.UTF_16LE;
            skipped = 2;
        }
        marked.unread(start, skipped, start.length - skipped);
        return new InputStreamReader(marked, told);
    }

    private List<String> readHeader() {
        var first = next(1);
        if (first.isEmpty()) {
            throw InvalidRequest.field("/file", "file-empty");
        }
        if (first.getFirst().width() > MOST_COLUMNS) {
            throw InvalidRequest.field("/file", "too-many-columns", MOST_COLUMNS);
        }
        return first.getFirst().cells();
    }

    /** Where in {@link SourceRow#cells} each field stands. */
    private Map<ImportField, Integer> positions() {
        var faults = new ArrayList<Fault>();
        var wanted = new BitSet();
        plan.columns().forEach((field, name) -> {
            int count = Collections.frequency(header, name);
            if (count == 1) {
                wanted.set(header.indexOf(name));
            } else {
                var code = count == 0 ? "header-missing" : "header-ambiguous";
                faults.add(new Fault("/spec/columns/" + field.key, code, List.of(name)));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        gathering.want(wanted);
        var positions = new EnumMap<ImportField, Integer>(ImportField.class);
        plan.columns()
                .forEach((field, name) ->
                        positions.put(field, wanted.get(0, header.indexOf(name)).cardinality()));
        return positions;
    }

    /**
     * The next rows; fewer only at the end of the file, or before a place where it breaks.
     *
     * @throws BrokenFile when the very next row cannot be read
     */
    List<SourceRow> next(int most) {
        var page = new ArrayList<SourceRow>(most);
        try {
            while (broken == null && page.size() < most && rows.hasNext()) {
                page.add(rows.next());
            }
        } catch (CsvParseException unreadable) {
            broken = new BrokenFile(gathering.line(), unreadable);
        }
        if (page.isEmpty() && broken != null) {
            throw broken;
        }
        return page;
    }

    /** Passes over rows that are done with. */
    void skip(long count) {
        for (long i = 0; i < count && rows.hasNext(); i++) {
            rows.next();
        }
    }

    /** The row as work to be done. */
    ImportRow read(SourceRow row) {
        return new ImportRow(plan, header, positions, row);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
