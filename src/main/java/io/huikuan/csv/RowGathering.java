package io.huikuan.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers of each row only the cells that are wanted, none longer than needed: what else a file holds, and however much,
 * passes by. A row of nothing but white space is no row: spreadsheets leave them behind.
 */
final class RowGathering extends CsvCallbackHandler<SourceRow> {
    private final List<String> cells = new ArrayList<>();

    @Nullable
    private BitSet wanted;

    private final int longest;
    private int columns;
    private long line = 1;
    private int width;
    private boolean blank = true;

    RowGathering(int columns, int longest) {
        this.columns = columns;
        this.longest = longest;
    }

    /** Wants these columns from now on; until then the first {@code columns}. */
    void want(BitSet positions) {
        wanted = positions;
        columns = positions.length();
    }

    /** Where the last row began, whole or broken. */
    long line() {
        return line;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        width = 0;
        blank = true;
        cells.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && isSpace(buffer[from])) {
            from++;
        }
        while (to > from && isSpace(buffer[to - 1])) {
            to--;
        }
        blank &= from == to;
        if (width < columns && (wanted == null || wanted.get(width))) {
            cells.add(new String(buffer, from, Math.min(to - from, longest + 1)));
        }
        width++;
    }

    /** The no-break space, too: spreadsheets pad with it. A byte order mark that was glued into the middle counts as one. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || character == '\u00a0' || character == '\ufeff';
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not switched on");
    }

    @Override
    protected void setEmpty() {
        blank = true;
    }

    @Override
    protected RecordType getRecordType() {
        return blank ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return width;
    }

    @Override
    protected SourceRow buildRecord() {
        int expected = wanted == null ? Math.min(width, columns) : wanted.cardinality();
        while (cells.size() < expected) {
            cells.add("");
        }
        return new SourceRow(line, width, Arrays.asList(cells.toArray(String[]::new)));
    }
}
