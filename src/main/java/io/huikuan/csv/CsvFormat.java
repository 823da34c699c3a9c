package io.huikuan.csv;

import java.nio.charset.Charset;

/**
 * How a file is written, and how much of it is of use.
 *
 * @param charset unless a byte order mark knows better
 * @param longest characters of a cell that anybody wants; of a longer one so many are kept, and one more, so that it shows
 */
public record CsvFormat(Charset charset, char delimiter, char quote, int longest) {}
