package io.huikuan.paper;

import io.huikuan.paper.Fonts.Style;
import java.awt.Color;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Tables with hair lines: texts to the left, numbers to the right, the head again on every page. */
public final class PdfTables {
    private static final Color LINE = new Color(200, 204, 210);
    private static final Color HEAD = new Color(238, 241, 245);

    /** How many rows are laid out before they are written and forgotten. */
    private static final int ROWS_AT_ONCE = 100;

    /** A column: how wide it is compared with the others, and whether it holds numbers. */
    public record Column(String title, float width, boolean numbers) {
        public static Column text(String title, float width) {
            return new Column(title, width, false);
        }

        public static Column number(String title, float width) {
            return new Column(title, width, true);
        }
    }

    private final Document document;
    private final Fonts fonts;

    public PdfTables(Document document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /** A table that is being filled; ends with {@link #end}. */
    public final class Filling {
        private final PdfPTable table;
        private final List<Column> columns;
        private int rows;

        private Filling(List<Column> columns) {
            this.columns = columns;
            table = new PdfPTable(widths(columns));
            table.setWidthPercentage(100);
            table.setHeaderRows(1);
            table.setSpacingBefore(3);
            table.setSpacingAfter(8);
            table.setSplitLate(true);
            table.setComplete(false);
            columns.forEach(column -> {
                var cell = cell(column.title(), Style.SMALL, column.numbers());
                cell.setBackgroundColor(HEAD);
                cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
                table.addCell(cell);
            });
        }

        public Filling row(Style style, List<String> texts) {
            for (int i = 0; i < columns.size(); i++) {
                table.addCell(cell(texts.get(i), style, columns.get(i).numbers()));
            }
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                document.add(table);
            }
            return this;
        }

        public void end() {
            table.setComplete(true);
            document.add(table);
        }
    }

    public Filling table(List<Column> columns) {
        return new Filling(columns);
    }

    /** Words to the left, what they name to the right of them; without lines. */
    public void facts(List<List<String>> facts) {
        var table = new PdfPTable(new float[] {1, 5});
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
        for (var fact : facts) {
            for (int i = 0; i < 2; i++) {
                var cell = cell(fact.get(i), i == 0 ? Style.SMALL : new Style(9, false, Color.BLACK), false);
                cell.setBorder(Rectangle.NO_BORDER);
                cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
                table.addCell(cell);
            }
        }
        document.add(table);
    }

    private PdfPCell cell(String text, Style style, boolean number) {
        var cell = new PdfPCell(fonts.phrase(text, style));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setPaddingTop(3);
        cell.setPaddingBottom(4);
        cell.setPaddingLeft(3);
        cell.setPaddingRight(3);
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private static float[] widths(List<Column> columns) {
        var widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).width();
        }
        return widths;
    }
}
