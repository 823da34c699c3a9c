/**
 * CSV as software writes it: decoded, cut into rows and cells, its dates and amounts read; and written. Doors: {@link
 * io.huikuan.csv.CsvRows}, {@link io.huikuan.csv.CellReading}, {@link io.huikuan.csv.HarmlessCsv}; it knows no table and no request.
 * Its invariant: memory does not grow with the file, and what could be read in two ways is not read.
 */
@NullMarked
package io.huikuan.csv;

import org.jspecify.annotations.NullMarked;
