package io.huikuan.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, read one after the other; holds no more of the file at a time than its longest row. */
public final class CsvRows implements AutoCloseable {
    /** In characters: what may stand in one cell, wanted or not. */
    public static final int LONGEST_CELL = 256 * 1024;

    public static final int MOST_COLUMNS = 1000;

    private final Reader reader;
    private final RowGathering gathering;
    private final Iterator<SourceRow> rows;
    private final List<String> header;

    /** Where the file broke, until it is told. */
    private @Nullable BrokenFile broken;

    private CsvRows(CsvFormat format, Reader reader) {
        this.reader = reader;
        this.gathering = new RowGathering(MOST_COLUMNS + 1, format.longest());
        this.rows = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(gathering, reader)
                .iterator();
        this.header = next(1).stream().findFirst().map(SourceRow::cells).orElse(List.of());
    }

    /**
     * Reads the header.
     *
     * @throws BrokenFile when the header cannot be read
     */
    public static CsvRows open(InputStream bytes, CsvFormat format) {
        try {
            return new CsvRows(format, decoded(bytes, format.charset()));
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

    /** What the first row says; empty where there is none. Of more than {@link #MOST_COLUMNS} columns that many, and one more. */
    public List<String> header() {
        return header;
    }

    /** From now on rows hold only these columns of the header, in its order. */
    public void want(BitSet columns) {
        gathering.want(columns);
    }

    /**
     * The next rows; fewer only at the end of the file, or before a place where it breaks.
     *
     * @throws BrokenFile when the very next row cannot be read
     */
    public List<SourceRow> next(int most) {
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
    public void skip(long count) {
        for (long i = 0; i < count && rows.hasNext(); i++) {
            rows.next();
        }
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
