package io.huikuan.importing;

import static io.huikuan.importing.SentFile.assertCounts;
import static io.huikuan.importing.SentFile.imported;
import static io.huikuan.importing.SentFile.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An ERP's export goes in as it is. */
@QuarkusTest
class RealFileTest {
    private static final String RECEIVABLES = """
            {"kind":"RECEIVABLES","datePattern":"M/d/uuuu","charset":"UTF-8","columns":{"customerCode":"customerID",
             "number":"invoiceNumber","issuedOn":"InvoiceDate","dueOn":"DueDate","amount":"InvoiceAmount"},
             "constants":{"currency":"USD","ownerUsername":"wang"}}""";

    private static final String PAYMENTS = """
            {"kind":"PAYMENTS","datePattern":"M/d/uuuu","columns":{"customerCode":"customerID","receivedOn":"SettledDate",
             "amount":"InvoiceAmount","reference":"invoiceNumber","number":"invoiceNumber"},
             "constants":{"currency":"USD","method":"BANK_TRANSFER"}}""";

    @Inject
    DataSource dataSource;

    @Test
    void goesInWholeAndTwiceChangesNothing() throws Exception {
        var file = Files.readAllBytes(SharedData.receivables());
        var organisation = anOrganisation();
        var zhao = organisation.finance();

        assertCounts(imported(zhao, file, RECEIVABLES), 2466, 0, 0);
        assertCounts(imported(zhao, file, RECEIVABLES), 0, 2466, 0);

        assertThat(sum(organisation, "amount")).isEqualByComparingTo("147703.18");
        assertThat(sum(organisation, "open_amount")).isEqualByComparingTo("147703.18");
        assertThat(count(organisation, "receivable")).isEqualTo(2466);
        assertThat(count(organisation, "customer")).isEqualTo(100);
        assertThat(count(organisation, "customer_ownership")).isEqualTo(100);
        assertThat(count(organisation, "import_chunk")).isZero();
    }

    @Test
    void settlesEverythingWithTheSettlementsOfTheSameFile() throws Exception {
        var file = Files.readAllBytes(SharedData.receivables());
        var organisation = anOrganisation();
        var zhao = organisation.finance();
        imported(zhao, file, RECEIVABLES);

        assertCounts(imported(zhao, file, PAYMENTS), 2466, 0, 0);
        assertCounts(imported(zhao, file, PAYMENTS), 0, 2466, 0);

        assertThat(sum(organisation, "open_amount")).isEqualByComparingTo("0");
        assertThat(count(organisation, "payment")).isEqualTo(2466);
        assertThat(count(organisation, "allocation")).isEqualTo(2466);
    }

    @Test
    void refusesExactlyTheTenRowsThatAreBroken() throws Exception {
        var organisation = anOrganisation();
        var zhao = organisation.finance();

        var done = imported(zhao, broken(), RECEIVABLES);

        assertCounts(done, 2456, 0, 10);
        assertThat(problems(done))
                .containsExactly(
                        "2 customerID required",
                        "100 invoiceNumber required",
                        "200 DueDate date-malformed",
                        "300 InvoiceDate date-malformed",
                        "1000 DueDate due-before-issue",
                        "1001 InvoiceAmount amount-malformed",
                        "1002 InvoiceAmount amount-not-positive",
                        "2000 InvoiceAmount amount-unrepresentable",
                        "2001 DaysLate too-few-cells",
                        "2467 customerID charset-malformed");
        assertThat(count(organisation, "receivable")).isEqualTo(2456);
    }

    /** The file with ten rows of it broken, each in another way. */
    private static byte[] broken() throws IOException {
        var text = Files.readString(SharedData.receivables(), StandardCharsets.ISO_8859_1);
        var lines = new ArrayList<>(List.of(text.split("\r\n")));
        replace(lines, 2, 1, "");
        replace(lines, 100, 3, " ");
        replace(lines, 200, 5, "2/30/2013");
        replace(lines, 300, 4, "2013-01-26");
        replace(lines, 1000, 5, "1/1/2011");
        replace(lines, 1001, 6, "12,50");
        replace(lines, 1002, 6, "-12.50");
        replace(lines, 2000, 6, "12.505");
        lines.set(2000, lines.get(2000).substring(0, lines.get(2000).lastIndexOf(',')));
        replace(lines, 2467, 1, "M\u00fcller");
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void replace(List<String> lines, int line, int column, String cell) {
        var cells = lines.get(line - 1).split(",", -1);
        cells[column] = cell.contains(",") ? "\"" + cell + "\"" : cell;
        lines.set(line - 1, String.join(",", cells));
    }

    private static Organisation anOrganisation() {
        var organisation = Given.anOrganisation("America/New_York", "USD");
        organisation.salesperson("wang");
        return organisation;
    }

    private BigDecimal sum(Organisation organisation, String column) throws SQLException {
        return query(organisation, "select sum(" + column + ") from receivable where organisation_id = ?");
    }

    private long count(Organisation organisation, String table) throws SQLException {
        return query(organisation, "select count(*) from " + table + " where organisation_id = ?")
                .longValueExact();
    }

    private BigDecimal query(Organisation organisation, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organisation.id());
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getBigDecimal(1);
            }
        }
    }
}
