package io.huikuan.bankstatement;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankStatementImportTest {
    private static final String[] ROWS = {
        "L-1,2026-03-01,1000.00,上海远景贸易有限公司,6222 0210-0111,货款 INV-2026-0117",
        "L-2,2026-03-02,20.50,,,",
        "L-3,2026-03-03,99.99,Acme Ltd,,thanks"
    };

    @Test
    void takesLinesInAndShowsThemNewestFirst() {
        var zhao = Given.anOrganisation().finance();

        var done = new BankStatement(zhao).imports(ROWS);

        assertThat(counts(done)).containsExactly(3, 0, 0);
        var lines = zhao.gets("/bank-statement-lines").jsonPath();
        assertThat(lines.<String>getList("items.bankReference")).containsExactly("L-3", "L-2", "L-1");
        assertThat(lines.<String>getList("items.state")).containsOnly("UNMATCHED");
        assertThat(lines.<Map<String, Object>>get("items[2]"))
                .containsEntry("account", BankStatement.ACCOUNT)
                .containsEntry("valueDate", "2026-03-01")
                .containsEntry("amount", Map.of("amount", "1000.00", "currency", "CNY"))
                .containsEntry("payerName", "上海远景贸易有限公司")
                .containsEntry("payerAccount", "622202100111")
                .containsEntry("remittance", "货款 INV-2026-0117");
    }

    @Test
    void changesNothingWhenTheSameStatementComesAgain() {
        var zhao = Given.anOrganisation().finance();
        var statement = new BankStatement(zhao);
        statement.imports(ROWS);
        var before = zhao.gets("/bank-statement-lines").asString();

        var again = statement.imports(ROWS);
        var longer = statement.imports(ROWS[1], ROWS[2], "L-4,2026-03-04,1.00,,,");

        assertThat(counts(again)).containsExactly(0, 3, 0);
        assertThat(counts(longer)).containsExactly(1, 2, 0);
        assertThat(zhao.gets("/bank-statement-lines?to=2026-03-03").asString()).isEqualTo(before);
    }

    @Test
    void leavesAMatchedLineAsItIsWhenItComesAgain() {
        var organisation = Given.anOrganisation();
        var zhao = organisation.finance();
        var statement = new BankStatement(zhao);
        statement.imports(ROWS);
        var line = statement.line("L-1");
        zhao.posts("/bank-statement-lines/" + line + "/refusal", Map.of("reason", "interest"))
                .then()
                .statusCode(201);

        assertThat(counts(statement.imports(ROWS))).containsExactly(0, 3, 0);

        assertThat(zhao.gets("/bank-statement-lines/" + line).<String>path("state"))
                .isEqualTo("REFUSED");
    }

    @Test
    void refusesALineOfAKnownNumberThatSaysSomethingElse() {
        var zhao = Given.anOrganisation().finance();
        var statement = new BankStatement(zhao);
        statement.imports(ROWS);

        var done = statement.imports("L-2,2026-03-02,20.51,,,", "L-5,2026-03-05,1.00,,,", "L-5,2026-03-05,2.00,,,");

        assertThat(counts(done)).containsExactly(1, 0, 2);
        assertThat(problems(done)).containsExactly("2 流水号 differs", "4 流水号 differs");
        assertThat(zhao.gets("/bank-statement-lines/" + statement.line("L-2")).<String>path("amount.amount"))
                .isEqualTo("20.50");
    }

    @Test
    void refusesWhatWentOutAndWhatIsYetToCome() {
        var zhao = Given.anOrganisation().finance();

        var done = new BankStatement(zhao)
                .imports(
                        "L-1,2026-03-01,-5.00,,,",
                        "L-2,2026-03-01,0.00,,,",
                        "L-3,2026-03-01,,,,",
                        "L-4,2999-01-01,1.00,,,",
                        ",2026-03-01,1.00,,,",
                        "L-6,2026-03-01,1.005,,,");

        assertThat(counts(done)).containsExactly(0, 0, 6);
        assertThat(problems(done))
                .containsExactly(
                        "2 金额 not-a-credit",
                        "3 金额 not-a-credit",
                        "4 金额 not-a-credit",
                        "5 入账日期 future-date",
                        "6 流水号 required",
                        "7 金额 amount-unrepresentable");
        assertThat(zhao.gets("/bank-statement-lines").<List<?>>path("items")).isEmpty();
    }

    @Test
    void findsLinesByStateAccountAndDaysPageByPage() {
        var zhao = Given.anOrganisation().finance();
        var statement = new BankStatement(zhao);
        statement.imports(ROWS);
        zhao.posts("/bank-statement-lines/" + statement.line("L-2") + "/refusal", Map.of("reason", "interest"));

        assertThat(references(zhao.gets("/bank-statement-lines?state=UNMATCHED").jsonPath()))
                .containsExactly("L-3", "L-1");
        assertThat(references(zhao.gets("/bank-statement-lines?state=REFUSED").jsonPath()))
                .containsExactly("L-2");
        assertThat(references(zhao.gets("/bank-statement-lines?from=2026-03-02&to=2026-03-02")
                        .jsonPath()))
                .containsExactly("L-2");
        assertThat(references(zhao.gets("/bank-statement-lines?account=other").jsonPath()))
                .isEmpty();
        var paged = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = zhao.gets("/bank-statement-lines?limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            paged.addAll(references(page));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(paged).containsExactly("L-3", "L-2", "L-1");
    }

    private static List<String> references(JsonPath lines) {
        return lines.getList("items.bankReference");
    }

    /** Accepted, unchanged, refused. */
    private static List<Integer> counts(JsonPath done) {
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        return List.of(done.getInt("rowsAccepted"), done.getInt("rowsUnchanged"), done.getInt("rowsRefused"));
    }

    private static List<String> problems(JsonPath done) {
        return done.<Map<String, Object>>getList("problems").stream()
                .map(problem -> problem.get("line") + " " + problem.get("column") + " " + problem.get("code"))
                .toList();
    }
}
