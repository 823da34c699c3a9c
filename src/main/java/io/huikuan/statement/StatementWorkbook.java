package io.huikuan.statement;

import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as a workbook of three sheets: balances, entries, open items. Amounts are numbers and days are days. Texts are cells of
 * the type text, which no spreadsheet takes for a formula, whatever they begin with.
 */
final class StatementWorkbook {
    private static final String HEAD = "EEF1F5";
    private static final String DAY = "yyyy-mm-dd";

    private final StatementView statement;
    private final StatementText text;

    private StatementWorkbook(StatementView statement, StatementText text) {
        this.statement = statement;
        this.text = text;
    }

    /** @param statement all of it, on one page */
    static void write(StatementView statement, StatementText text, OutputStream out) throws IOException {
        var writing = new StatementWorkbook(statement, text);
        var workbook = new Workbook(out, "Huikuan", "1.0");
        writing.balances(workbook.newWorksheet(text.words("sheet.balances")));
        writing.entries(workbook.newWorksheet(text.words("sheet.entries")));
        writing.openItems(workbook.newWorksheet(text.words("sheet.openItems")));
        // Not closed: the answer's own stream ends with the answer.
        workbook.finish();
    }

    private void balances(Worksheet sheet) {
        sheet.value(0, 0, text.words("title"));
        sheet.style(0, 0).bold().fontSize(14).set();
        fact(sheet, 1, statement.organisationName(), "");
        fact(sheet, 2, text.words("customer"), statement.customerName());
        fact(sheet, 3, text.words("code"), statement.customerCode());
        fact(
                sheet,
                4,
                text.words("period"),
                text.words(
                        "period.days",
                        statement.from().toString(),
                        statement.to().toString()));
        var knownAt = statement.knownAt();
        fact(sheet, 5, knownAt == null ? "" : text.words("knownAt"), knownAt == null ? "" : text.moment(knownAt));
        int head = 7;
        var words = Stream.of(
                "currency",
                "opening",
                "debits",
                "credits",
                "closing",
                "secured",
                "open",
                "unappliedCash",
                "unappliedPaper",
                "unappliedCredit",
                "interestDue",
                "feesDue");
        var buckets = Stream.of(AgeingBucket.values()).map(text::bucket);
        head(sheet, head, Stream.concat(words.map(text::words), buckets).toList());
        int row = head + 1;
        for (var account : statement.accounts()) {
            balances(sheet, row, account);
            row++;
        }
    }

    private static void balances(Worksheet sheet, int row, Account account) {
        sheet.value(row, 0, account.currency());
        var sums = Stream.of(
                account.opening(),
                account.debit(),
                account.credit(),
                account.closing(),
                account.secured(),
                account.open(),
                account.unappliedCash(),
                account.unappliedPaper(),
                account.unappliedCredit(),
                account.interestDue(),
                account.feesDue());
        var amounts = Stream.concat(sums, account.buckets().stream().map(StatementView.Bucket::open))
                .toList();
        for (int i = 0; i < amounts.size(); i++) {
            amount(sheet, row, i + 1, amounts.get(i));
        }
    }

    private void entries(Worksheet sheet) {
        head(
                sheet,
                0,
                Stream.of("currency", "date", "what", "number", "reference", "debit", "credit", "balance")
                        .map(text::words)
                        .toList());
        sheet.freezePane(0, 1);
        sheet.width(2, 32);
        int row = 1;
        for (var entry : statement.entries()) {
            entry(sheet, row, entry);
            row++;
        }
    }

    private void entry(Worksheet sheet, int row, Entry entry) {
        sheet.value(row, 0, entry.currency());
        day(sheet, row, 1, entry.date());
        sheet.value(row, 2, text.what(entry));
        words(sheet, row, 3, entry.number());
        words(sheet, row, 4, entry.reference());
        amount(sheet, row, 5, entry.debit());
        amount(sheet, row, 6, entry.credit());
        amount(sheet, row, 7, entry.balance());
    }

    private void openItems(Worksheet sheet) {
        head(
                sheet,
                0,
                Stream.of("currency", "number", "issuedOn", "dueOn", "daysPastDue", "amount", "secured", "open")
                        .map(text::words)
                        .toList());
        sheet.freezePane(0, 1);
        int row = 1;
        for (var item : statement.openItems()) {
            openItem(sheet, row, item);
            row++;
        }
    }

    private static void openItem(Worksheet sheet, int row, OpenItem item) {
        sheet.value(row, 0, item.currency());
        sheet.value(row, 1, item.number());
        day(sheet, row, 2, item.issuedOn());
        day(sheet, row, 3, item.dueOn());
        sheet.value(row, 4, item.daysPastDue());
        amount(sheet, row, 5, item.amount());
        amount(sheet, row, 6, item.secured());
        amount(sheet, row, 7, item.open());
    }

    private static void fact(Worksheet sheet, int row, String word, String fact) {
        sheet.value(row, 0, word);
        sheet.value(row, 1, fact);
    }

    private static void head(Worksheet sheet, int row, List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            sheet.value(row, column, titles.get(column));
            sheet.style(row, column).bold().fillColor(HEAD).wrapText(true).set();
            sheet.width(column, 16);
        }
    }

    private static void words(Worksheet sheet, int row, int column, @Nullable String words) {
        if (words != null) {
            sheet.value(row, column, words);
        }
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DAY).set();
    }

    /** With the decimals of its currency. */
    private static void amount(Worksheet sheet, int row, int column, @Nullable Money amount) {
        if (amount != null) {
            int decimals = amount.amount().scale();
            sheet.value(row, column, amount.amount());
            sheet.style(row, column)
                    .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                    .set();
        }
    }
}
