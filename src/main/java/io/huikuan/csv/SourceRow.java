package io.huikuan.csv;

import java.util.List;

/**
 * A row as the file has it.
 *
 * @param line the physical line that it begins in; the first is 1
 * @param width how many cells it has
 * @param cells those that are wanted, without the white space around them, in the order of their columns; a cell that is
 *     missing is empty, one that is too long is cut just behind {@link CsvFormat#longest}
 */
public record SourceRow(long line, int width, List<String> cells) {}
