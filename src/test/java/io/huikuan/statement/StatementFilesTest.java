package io.huikuan.statement;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.paper.Fonts;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** The documents say what the JSON says, to the cent, in both languages. */
@QuarkusTest
class StatementFilesTest {
    private static final String OCTOBER = "?from=2026-10-01&to=2026-10-31";
    private static final String NAME = "上海远景贸易有限公司";

    @Inject
    Fonts fonts;

    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = wang.creates("/customers", Map.of("code", "C/1", "name", NAME));
    }

    @Test
    void thePdfSaysWhatTheJsonSays() throws IOException {
        business();
        var json = statement();

        var text = pdf("en");

        assertThat(text).contains("Statement of account", "Account in CNY", "Account in USD", "Post-dated cheque");
        assertThat(text).contains("2026-10-01 to 2026-10-31");
        for (var account : json.accounts()) {
            assertThat(text)
                    .contains(shown(account.opening()), shown(account.closing()), shown(account.open()))
                    .contains(shown(account.secured()), shown(account.interestDue()));
        }
        for (var entry : json.entries()) {
            assertThat(text).contains(entry.date() + " ", shown(entry.amount()), shown(entry.balance()));
        }
        for (var item : json.openItems()) {
            assertThat(text).contains(item.number(), shown(item.open()), String.valueOf(item.dueOn()));
        }
    }

    @Test
    void theChinesePdfEmbedsItsFonts() throws IOException {
        business();
        var answer = file("pdf", "zh-CN");

        assertThat(text(answer)).contains("对账单", NAME, "期初余额", "逾期天数", "远期支票");
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        var reader = new PdfReader(answer.asByteArray());
        int programs = 0;
        for (int number = 1; number < reader.getXrefSize(); number++) {
            if (reader.getPdfObject(number) instanceof PdfDictionary dictionary
                    && dictionary.get(PdfName.TYPE) != null
                    && dictionary.get(PdfName.TYPE).equals(PdfName.FONTDESCRIPTOR)) {
                assertThat(dictionary.get(PdfName.FONTFILE2)).as("font program").isNotNull();
                programs++;
            }
        }
        assertThat(programs).isEqualTo(3);
        assertThat(answer.asByteArray()).as("only the glyphs that are used").hasSizeLessThan(300_000);
    }

    @Test
    void theFileIsNamedForTheCustomer() {
        var disposition = file("pdf", "zh-CN").header("Content-Disposition");

        assertThat(disposition)
                .isEqualTo("attachment; filename=\"statement-C_1-2026-10-31.pdf\"; filename*=UTF-8''"
                        + "%E5%AF%B9%E8%B4%A6%E5%8D%95-%E4%B8%8A%E6%B5%B7%E8%BF%9C%E6%99%AF%E8%B4%B8%E6%98%93"
                        + "%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8-2026-10-31.pdf");
        assertThat(file("xlsx", "en").header("Content-Disposition")).contains("statement-C_1-2026-10-31.xlsx");
    }

    @Test
    void theWorkbookSaysWhatTheJsonSays() throws IOException {
        business();
        var json = statement();

        try (var workbook = workbook("en")) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets)
                    .extracting(sheet -> sheet.getName())
                    .containsExactly("Balances", "Entries", "Open items");
            var entries = sheets.get(1).read();
            assertThat(entries.subList(1, entries.size())).hasSameSizeAs(json.entries());
            for (int i = 0; i < json.entries().size(); i++) {
                assertSame(entries.get(i + 1), json.entries().get(i));
            }
            var items = sheets.get(2).read();
            assertThat(items.subList(1, items.size())).hasSameSizeAs(json.openItems());
            for (int i = 0; i < json.openItems().size(); i++) {
                assertSame(items.get(i + 1), json.openItems().get(i));
            }
            var balances = sheets.getFirst().read();
            var accounts = balances.subList(balances.size() - json.accounts().size(), balances.size());
            for (int i = 0; i < accounts.size(); i++) {
                var account = json.accounts().get(i);
                assertThat(accounts.get(i).getCellText(0)).isEqualTo(account.currency());
                assertAmount(accounts.get(i), 1, account.opening());
                assertAmount(accounts.get(i), 4, account.closing());
                assertAmount(accounts.get(i), 5, account.secured());
                assertAmount(accounts.get(i), 6, account.open());
                assertAmount(accounts.get(i), 7, account.unappliedCash());
                assertAmount(accounts.get(i), 10, account.interestDue());
            }
        }
        try (var chinese = workbook("zh-CN")) {
            assertThat(chinese.getSheets().map(sheet -> sheet.getName())).containsExactly("余额", "明细", "未结清款项");
        }
    }

    /** What begins like a formula is a text in a text cell: a spreadsheet shows it, and computes nothing. */
    @ParameterizedTest
    @CsvSource({"=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)"})
    void aTextIsNeverAFormula(String number) throws IOException {
        Given.aReceivable(finance, customer, number, cny("5.00"), day("2026-10-01"), day("2026-10-31"));

        try (var workbook = workbook("en")) {
            var row = workbook.getSheet(2).orElseThrow().read().get(1);
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getFormula()).isNull();
            assertThat(row.getCellText(1)).isEqualTo(number);
        }
    }

    @Test
    void whatNoFontHasIsShownAsMissing() throws IOException {
        var odd = wang.creates("/customers", Map.of("code", "C-2", "name", "\u5f20\u0001\ud83d\ude00<&>"));

        var pdf = wang.asks().header("Accept-Language", "en").get("/customers/" + odd + "/statement.pdf");
        assertThat(text(pdf)).contains("张〓〓<&>");
        var xlsx = wang.asks().header("Accept-Language", "en").get("/customers/" + odd + "/statement.xlsx");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(2).getCellText(1)).contains("张", "<&>");
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "zh-CN"})
    void theFontsHaveEveryCharacterOfTheWords(String language) {
        var words = ResourceBundle.getBundle("statement", Locale.forLanguageTag(language));
        for (var key : words.keySet()) {
            var word = words.getString(key);
            assertThat(fonts.printable(word)).as(key).isEqualTo(word);
        }
        assertThat(fonts.printable("¥￥€£$ 龘堃喆 Ünïcödé")).isEqualTo("¥￥€£$ 龘堃喆 Ünïcödé");
    }

    @Test
    void anEmptyStatementIsStillADocument() throws IOException {
        assertThat(pdf("en")).contains("No entries in this period", NAME);
    }

    /** A payment with a rest, a cheque in hand, another currency, interest: one of each. */
    private void business() {
        finance.creates(
                "/interest-terms", Map.of("validFrom", "2026-01-01", "annualPercent", "36.5", "reason", "General"));
        Given.aReceivable(finance, customer, "HT-2026-0117/1", cny("12345.67"), day("2026-08-01"), day("2026-09-01"));
        Given.aReceivable(finance, customer, "HT-2026-0117/2", cny("5000.00"), day("2026-10-01"), day("2026-10-31"));
        Given.aReceivable(finance, customer, "U-1", Money.of("88.05", "USD"), day("2026-10-02"), day("2026-11-01"));
        paid("4000.00", "2026-10-05", Map.of("reference", "ICBC-20261005-1"));
        paid("2000.00", "2026-10-06", Map.of("instrument", "POST_DATED_CHEQUE", "maturesOn", "2026-12-31"));
        paid("300.00", "2026-10-07", Map.of("allocate", "NONE"));
    }

    private void paid(String amount, String receivedOn, Map<String, Object> more) {
        var payment = new HashMap<String, Object>(
                Map.of("customerId", customer, "receivedOn", receivedOn, "amount", json(cny(amount))));
        payment.putAll(more);
        finance.creates("/payments", payment);
    }

    private static void assertSame(Row row, Entry entry) {
        assertThat(row.getCellText(0)).isEqualTo(entry.currency());
        assertThat(row.getCellAsDate(1).orElseThrow().toLocalDate()).isEqualTo(entry.date());
        assertThat(row.getCellText(3)).isEqualTo(entry.number() == null ? "" : entry.number());
        assertThat(row.getCellText(4)).isEqualTo(entry.reference() == null ? "" : entry.reference());
        assertAmount(row, 5, entry.debit());
        assertAmount(row, 6, entry.credit());
        assertAmount(row, 7, entry.balance());
    }

    private static void assertSame(Row row, OpenItem item) {
        assertThat(row.getCellText(1)).isEqualTo(item.number());
        assertThat(row.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo(item.dueOn());
        assertThat(row.getCellAsNumber(4).orElseThrow().longValueExact()).isEqualTo(item.daysPastDue());
        assertAmount(row, 5, item.amount());
        assertAmount(row, 6, item.secured());
        assertAmount(row, 7, item.open());
    }

    private static void assertAmount(Row row, int column, @Nullable Money amount) {
        var number = row.getCellAsNumber(column).orElse(null);
        if (amount == null) {
            assertThat(number).isNull();
        } else {
            assertThat(number).isEqualByComparingTo(amount.amount());
        }
    }

    /** As an English reader writes it. */
    private static String shown(Money money) {
        return String.format(Locale.ENGLISH, "%,." + money.amount().scale() + "f", money.amount());
    }

    private StatementView statement() {
        return Answers.as(
                StatementView.class, wang.gets("/customers/" + customer + "/statement" + OCTOBER + "&limit=200"));
    }

    private String pdf(String language) throws IOException {
        return text(file("pdf", language));
    }

    private static String text(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var reader = new PdfReader(answer.asByteArray());
        var text = new StringBuilder();
        var extractor = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    private ReadableWorkbook workbook(String language) throws IOException {
        var answer = file("xlsx", language);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.asByteArray(), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        return new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()));
    }

    private Response file(String extension, String language) {
        return wang.asks()
                .header("Accept-Language", language)
                .get("/customers/" + customer + "/statement." + extension + OCTOBER);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
