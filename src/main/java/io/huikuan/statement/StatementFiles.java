package io.huikuan.statement;

import io.huikuan.paper.Fonts;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.statement.StatementPeriod.Days;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** The statement of account as a file that goes with a letter: of the month to date, as of today. */
@ApplicationScoped
public class StatementFiles {
    private final StatementReading reading;
    private final Fonts fonts;

    StatementFiles(StatementReading reading, Fonts fonts) {
        this.reading = reading;
        this.fonts = fonts;
    }

    /**
     * A PDF, all of it as it stands at one moment: it is read in a transaction of its own.
     *
     * @param language one of {@link io.huikuan.platform.TextBundle#LOCALES}
     * @throws NotFound when the customer is not the viewer's to see
     * @throws StatementTooLong when it has more lines than a document may have
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public byte[] pdf(Viewer viewer, UUID customerId, LocalDate today, Locale language) {
        var statement = reading.whole(viewer, customerId, new Days(today.withDayOfMonth(1), today, null));
        var out = new ByteArrayOutputStream();
        StatementPdf.write(statement, new StatementText(language, viewer.zone()), fonts, out);
        return out.toByteArray();
    }

    /** What it is called, such as {@code 对账单-上海远景贸易有限公司-2026-11-23.pdf}. */
    public String name(String customerName, LocalDate today, Locale language) {
        return StatementFileName.full(customerName, today, new StatementText(language, ZoneOffset.UTC), "pdf");
    }
}
