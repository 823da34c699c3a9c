package io.huikuan.statement;

import io.huikuan.paper.Fonts;
import io.huikuan.paper.Fonts.Style;
import io.huikuan.paper.PageNumbers;
import io.huikuan.paper.PdfTables;
import io.huikuan.paper.PdfTables.Column;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import java.awt.Color;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** Writes a statement as a PDF of A4 pages, page by page. */
final class StatementPdf {
    private static final Style TITLE = new Style(18, true, Color.BLACK);
    private static final Style HEADING = new Style(12, true, new Color(20, 60, 110));
    private static final Style SUBHEADING = new Style(9, true, Color.BLACK);

    private final StatementView statement;
    private final StatementText text;
    private final Fonts fonts;
    private final Document document = new Document(PageSize.A4, 40, 40, 40, 50);
    private final PdfTables tables;

    private StatementPdf(StatementView statement, StatementText text, Fonts fonts) {
        this.statement = statement;
        this.text = text;
        this.fonts = fonts;
        this.tables = new PdfTables(document, fonts);
    }

    /** @param statement all of it, on one page */
    static void write(StatementView statement, StatementText text, Fonts fonts, OutputStream out) {
        new StatementPdf(statement, text, fonts).write(out);
    }

    private void write(OutputStream out) {
        var writer = PdfWriter.getInstance(document, out);
        // The answer's own stream ends with the answer.
        writer.setCloseStream(false);
        writer.setPageEvent(new PageNumbers(
                fonts,
                statement.organisationName() + " · " + statement.customerCode() + " · " + statement.to(),
                page -> text.words("page", String.valueOf(page)),
                pages -> text.words("pages", String.valueOf(pages))));
        document.addTitle(text.words("title") + " " + statement.customerCode() + " " + statement.to());
        document.setDocumentLanguage(text.language());
        document.open();
        head();
        if (statement.accounts().isEmpty()) {
            paragraph(text.words("nothing"), Style.PLAIN, 6);
        }
        statement.accounts().forEach(this::account);
        document.close();
    }

    private void head() {
        paragraph(statement.organisationName(), new Style(10, false, Color.DARK_GRAY), 0);
        paragraph(text.words("title"), TITLE, 6);
        var facts = new ArrayList<List<String>>();
        facts.add(List.of(text.words("customer"), statement.customerName()));
        facts.add(List.of(text.words("code"), statement.customerCode()));
        facts.add(List.of(
                text.words("period"),
                text.words(
                        "period.days",
                        statement.from().toString(),
                        statement.to().toString())));
        if (statement.knownAt() != null) {
            facts.add(List.of(text.words("knownAt"), text.moment(statement.knownAt())));
        }
        tables.facts(facts);
    }

    private void account(Account account) {
        paragraph(text.words("account", account.currency()), HEADING, 8);
        tables.table(Stream.of("opening", "debits", "credits", "closing")
                        .map(word -> Column.number(text.words(word), 1))
                        .toList())
                .row(
                        new Style(11, true, Color.BLACK),
                        Stream.of(account.opening(), account.debit(), account.credit(), account.closing())
                                .map(text::amount)
                                .toList())
                .end();
        entries(account);
        if (!account.secured().isZero()) {
            note("securedNote", money(account.secured()));
        }
        if (account.openCount() > 0 || account.secured().isPositive()) {
            openItems(account);
            ageing(account);
        }
        if (!account.open().equals(account.closing())) {
            reconciliation(account);
        }
        if (account.interestDue().isPositive() || account.feesDue().isPositive()) {
            note(
                    "duesNote",
                    money(account.interestDue()),
                    money(account.feesDue()),
                    statement.to().toString());
        }
    }

    private void entries(Account account) {
        paragraph(text.words("entries"), SUBHEADING, 6);
        var table = tables.table(List.of(
                Column.text(text.words("date"), 1.3f),
                Column.text(text.words("what"), 2.9f),
                Column.text(text.words("number"), 2f),
                Column.text(text.words("reference"), 2f),
                Column.number(text.words("debit"), 1.75f),
                Column.number(text.words("credit"), 1.75f),
                Column.number(text.words("balance"), 1.75f)));
        table.row(
                Style.BOLD,
                List.of(
                        statement.from().toString(),
                        text.words("opening"),
                        "",
                        "",
                        "",
                        "",
                        text.amount(account.opening())));
        statement.entries().stream()
                .filter(entry -> entry.currency().equals(account.currency()))
                .forEach(entry -> table.row(Style.PLAIN, cells(entry)));
        table.row(
                        Style.BOLD,
                        List.of(
                                statement.to().toString(),
                                text.words("closing"),
                                "",
                                "",
                                text.amount(account.debit()),
                                text.amount(account.credit()),
                                text.amount(account.closing())))
                .end();
    }

    private List<String> cells(Entry entry) {
        return List.of(
                entry.date().toString(),
                text.what(entry),
                Objects.toString(entry.number(), ""),
                Objects.toString(entry.reference(), ""),
                amountOrNone(entry.debit()),
                amountOrNone(entry.credit()),
                text.amount(entry.balance()));
    }

    private void openItems(Account account) {
        paragraph(text.words("openItems", statement.to().toString()), SUBHEADING, 6);
        var table = tables.table(List.of(
                Column.text(text.words("number"), 2.6f),
                Column.text(text.words("issuedOn"), 1.4f),
                Column.text(text.words("dueOn"), 1.4f),
                Column.number(text.words("daysPastDue"), 1.2f),
                Column.number(text.words("amount"), 1.9f),
                Column.number(text.words("secured"), 1.9f),
                Column.number(text.words("open"), 1.9f)));
        statement.openItems().stream()
                .filter(item -> item.currency().equals(account.currency()))
                .forEach(item -> table.row(Style.PLAIN, cells(item)));
        table.row(Style.BOLD, List.of(text.words("total"), "", "", "", "", "", text.amount(account.open())))
                .end();
    }

    private List<String> cells(OpenItem item) {
        return List.of(
                item.number(),
                item.issuedOn().toString(),
                item.dueOn().toString(),
                item.daysPastDue() > 0 ? String.valueOf(item.daysPastDue()) : "",
                text.amount(item.amount()),
                item.secured().isZero() ? "" : text.amount(item.secured()),
                text.amount(item.open()));
    }

    private void ageing(Account account) {
        paragraph(text.words("ageing"), SUBHEADING, 6);
        tables.table(account.buckets().stream()
                        .map(bucket -> Column.number(text.bucket(bucket.bucket()), 1))
                        .toList())
                .row(
                        Style.PLAIN,
                        account.buckets().stream()
                                .map(bucket -> text.amount(bucket.open()))
                                .toList())
                .end();
    }

    private void reconciliation(Account account) {
        paragraph(text.words("reconciliation"), SUBHEADING, 6);
        var table = tables.table(List.of(Column.text("", 5), Column.number(account.currency(), 2), Column.text("", 3)));
        table.row(Style.PLAIN, List.of(text.words("reconciliation.open"), text.amount(account.open()), ""));
        less(table, "cash", account.unappliedCash());
        less(table, "paper", account.unappliedPaper());
        less(table, "credit", account.unappliedCredit());
        table.row(Style.BOLD, List.of(text.words("closing"), text.amount(account.closing()), ""))
                .end();
    }

    private void less(PdfTables.Filling table, String what, Money amount) {
        if (!amount.isZero()) {
            table.row(Style.PLAIN, List.of(text.words("reconciliation." + what), text.amount(amount.negate()), ""));
        }
    }

    private void note(String key, String... arguments) {
        paragraph(text.words(key, (Object[]) arguments), Style.SMALL, 2);
    }

    private void paragraph(String words, Style style, float before) {
        var paragraph = new Paragraph(fonts.phrase(words, style));
        paragraph.setSpacingBefore(before);
        paragraph.setLeading(style.size() * 1.4f);
        document.add(paragraph);
    }

    private String money(Money money) {
        return money.currency() + " " + text.amount(money);
    }

    private String amountOrNone(@Nullable Money money) {
        return money == null ? "" : text.amount(money);
    }
}
