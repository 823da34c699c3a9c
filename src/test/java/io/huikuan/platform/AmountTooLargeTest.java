package io.huikuan.platform;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amounts that can be held each, and not together. */
@QuarkusTest
class AmountTooLargeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Money MOST = cny("999999999999999.00");

    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        Organisation organisation = Given.anOrganisation();
        finance = organisation.finance();
        customer = Given.aCustomerOf(organisation.salesperson("wang"));
    }

    @Test
    void refusesLinesOfAWriteOffThatComeToMore() {
        var lines = List.of(share(owing("A-1", MOST)), share(owing("A-2", MOST)));

        var refused = finance.posts(
                "/write-offs", Map.of("customerId", customer, "reason", "Insolvent", "allocations", lines));

        refused(refused);
        assertThat(finance.gets("/write-offs").<List<?>>path("items")).isEmpty();
    }

    @Test
    void refusesPartsOfABankLineThatComeToMore() {
        var line = new BankStatement(finance).aLine("100.00", DAY, "Payer", "6222", "I-1");
        var part = Map.of("customerId", customer, "amount", json(MOST));

        var refused = finance.posts("/bank-statement-lines/" + line + "/match", Map.of("parts", List.of(part, part)));

        refused(refused);
        assertThat(finance.gets("/bank-statement-lines/" + line).<String>path("state"))
                .isEqualTo("UNMATCHED");
        assertThat(finance.gets("/payments").<List<?>>path("items")).isEmpty();
    }

    @Test
    void refusesLinesOfAPlanThatComeToMore() {
        var contract = finance.creates(
                "/contracts",
                Map.of("customerId", customer, "number", "HT-1", "signedOn", DAY.toString(), "amount", json(MOST)));
        var line = Map.of("label", "All of it", "amount", json(MOST), "dueOn", "2099-12-31");

        var refused = finance.posts("/contracts/" + contract + "/plan", Map.of("lines", List.of(line, line)));

        refused(refused);
        assertThat(finance.gets("/contracts/" + contract + "/plan").statusCode())
                .isEqualTo(404);
        assertThat(finance.gets("/receivables").<List<?>>path("items")).isEmpty();
    }

    @Test
    void cannotTellInterestThatHasGrownBeyondAllAmounts() {
        finance.creates(
                "/interest-terms",
                Map.of("validFrom", DAY.toString(), "annualPercent", "999.999999", "reason", "General terms"));
        var receivable = owing("A-1", MOST);

        refused(finance.gets("/receivables/" + receivable + "/interest?asOf=9999-12-31"));
        refused(finance.gets("/customers/" + customer + "/interest?asOf=9999-12-31"));
        assertThat(finance.gets("/receivables/" + receivable + "/interest?asOf=" + DAY)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void cannotTellATotalThatIsMoreInAnotherCurrency() {
        owing("A-1", MOST);
        finance.creates(
                "/exchange-rates",
                Map.of("from", "CNY", "to", "VND", "rate", "3600", "date", DAY.toString(), "source", "central parity"));

        refused(finance.gets("/performance/ageing?reportingCurrency=VND"));
        assertThat(finance.gets("/performance/ageing").statusCode()).isEqualTo(200);
    }

    private UUID owing(String number, Money amount) {
        return Given.aReceivable(finance, customer, number, amount, DAY.minusDays(30), DAY);
    }

    private static Map<String, Object> share(UUID receivable) {
        return Map.of("receivableId", receivable, "amount", json(MOST));
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.<String>path("code")).isEqualTo("amount-too-large");
        assertThat(answer.<String>path("detail")).isNotBlank();
    }
}
