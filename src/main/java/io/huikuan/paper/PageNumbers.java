package io.huikuan.paper;

import io.huikuan.paper.Fonts.Style;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Writes at the foot of each page whose document it is and which page of how many; the latter when that is known. */
public final class PageNumbers extends PdfPageEventHelper {
    private static final float WIDTH = 24;

    private final Fonts fonts;
    private final String whose;
    private final IntFunction<String> page;
    private final IntFunction<String> pages;

    @Nullable
    private PdfTemplate count;

    /**
     * @param page says which page it is
     * @param pages says how many there are; stands behind it
     */
    public PageNumbers(Fonts fonts, String whose, IntFunction<String> page, IntFunction<String> pages) {
        this.fonts = fonts;
        this.whose = whose;
        this.page = page;
        this.pages = pages;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        if (count == null) {
            count = canvas.createTemplate(WIDTH, 12);
        }
        float y = document.bottom() - 18;
        var number = fonts.phrase(page.apply(writer.getPageNumber()), Style.SMALL);
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, fonts.phrase(whose, Style.SMALL), document.left(), y, 0);
        ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, number, document.right() - WIDTH, y, 0);
        canvas.addTemplate(count, document.right() - WIDTH, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (count != null) {
            var last = fonts.phrase(pages.apply(writer.getPageNumber() - 1), Style.SMALL);
            ColumnText.showTextAligned(count, Element.ALIGN_LEFT, last, 3, 0, 0);
        }
    }
}
