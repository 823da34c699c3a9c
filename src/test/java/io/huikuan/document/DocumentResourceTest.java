package io.huikuan.document;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.receivable.ReceivableView;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentResourceTest {
    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang, "C-1");
    }

    @Test
    void keepsAContractItsInvoiceAndWhatHangsOnThem() {
        var contract = finance.creates("/contracts", contract("HT-1", Map.of("title", "Supplies")));
        var invoice = finance.creates("/invoices", invoice("INV-1", Map.of("contractId", contract)));
        var receivable = finance.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        "INV-1/1",
                        "issuedOn",
                        "2026-02-01",
                        "dueOn",
                        "2026-03-01",
                        "amount",
                        json(cny("100.00")),
                        "contractId",
                        contract,
                        "invoiceId",
                        invoice));

        assertThat(Answers.as(ContractView.class, wang.gets("/contracts/" + contract)))
                .isEqualTo(new ContractView(
                        contract,
                        customer,
                        "Customer C-1",
                        "HT-1",
                        "Supplies",
                        LocalDate.of(2026, 1, 15),
                        null,
                        cny("1000.00"),
                        0));
        assertThat(Answers.as(InvoiceView.class, wang.gets("/invoices/" + invoice)))
                .isEqualTo(new InvoiceView(
                        invoice,
                        customer,
                        "Customer C-1",
                        contract,
                        "INV-1",
                        LocalDate.of(2026, 2, 1),
                        cny("400.00"),
                        0));
        var hanging = Answers.as(ReceivableView.class, wang.gets("/receivables/" + receivable));
        assertThat(hanging.contractId()).isEqualTo(contract);
        assertThat(hanging.invoiceId()).isEqualTo(invoice);
    }

    @Test
    void refusesWhatDoesNotFit() {
        var elsewhere = Given.aCustomerOf(wang);
        var foreign = finance.creates("/contracts", contract("HT-1", Map.of("customerId", elsewhere)));
        finance.creates("/contracts", contract("HT-2", Map.of()));

        assertFault("/contracts", contract("HT-2", Map.of()), 409, "/number", "already-used");
        assertFault("/contracts", contract("HT-3", Map.of("id", foreign)), 409, "/id", "already-used");
        assertFault(
                "/contracts",
                contract("HT-3", Map.of("expiresOn", "2026-01-14")),
                400,
                "/expiresOn",
                "expires-before-signing");
        assertFault(
                "/contracts",
                contract("HT-3", Map.of("amount", json(cny("0.00")))),
                400,
                "/amount/amount",
                "must-be-positive");
        assertFault(
                "/invoices", invoice("INV-1", Map.of("contractId", foreign)), 400, "/contractId", "document-unknown");
        finance.creates("/invoices", invoice("INV-1", Map.of()));
        assertFault("/invoices", invoice("INV-1", Map.of()), 409, "/number", "already-used");
    }

    @Test
    void listsTheDocumentsOfACustomerInPages() {
        var first = finance.creates("/invoices", invoice("INV-1", Map.of()));
        var second = finance.creates("/invoices", invoice("INV-2", Map.of()));
        var elsewhere = finance.creates("/invoices", invoice("INV-3", Map.of("customerId", Given.aCustomerOf(wang))));
        var contract = finance.creates("/contracts", contract("HT-1", Map.of()));

        assertThat(ids(wang, "/invoices")).containsExactly(first, second, elsewhere);
        assertThat(ids(wang, "/invoices?customerId=" + customer)).containsExactly(first, second);
        String cursor = wang.gets("/invoices?limit=2").path("nextCursor");
        assertThat(ids(wang, "/invoices?limit=2&cursor=" + cursor)).containsExactly(elsewhere);
        assertThat(ids(wang, "/contracts?customerId=" + customer)).containsExactly(contract);
    }

    @Test
    void findsDocumentsByNumberDayAndOwner() {
        var chen = organisation.salesperson("chen");
        var ofChen = Map.<String, Object>of("customerId", Given.aCustomerOf(chen));
        var early = finance.creates("/contracts", contract("HT_1", Map.of("signedOn", "2026-01-31")));
        var late = finance.creates("/contracts", contract("ht-12", Map.of("signedOn", "2026-02-01")));
        var other = finance.creates("/contracts", contract("HT-3", ofChen));
        var january = finance.creates("/invoices", invoice("INV-1", Map.of("issuedOn", "2026-01-31")));
        var february = finance.creates("/invoices", invoice("INV-2", Map.of("issuedOn", "2026-02-01")));
        var third = finance.creates("/invoices", invoice("INV-3", ofChen));

        assertThat(ids(finance, "/contracts?q=HT-1")).containsExactly(late);
        assertThat(ids(finance, "/contracts?q=t_")).containsExactly(early);
        assertThat(ids(finance, "/contracts?from=2026-02-01")).containsExactly(late);
        assertThat(ids(finance, "/contracts?to=2026-01-31")).containsExactly(early, other);
        assertThat(ids(finance, "/contracts?ownerId=" + chen.id())).containsExactly(other);
        assertThat(ids(finance, "/invoices?q=v-2")).containsExactly(february);
        assertThat(ids(finance, "/invoices?to=2026-01-31")).containsExactly(january);
        assertThat(ids(finance, "/invoices?from=2026-02-01")).containsExactly(february, third);
        assertThat(ids(finance, "/invoices?from=2026-02-01&ownerId=" + wang.id()))
                .containsExactly(february);
        assertThat(ids(wang, "/invoices?ownerId=" + chen.id())).isEmpty();
        String cursor =
                finance.gets("/contracts?limit=1&customerId=" + customer).path("nextCursor");
        assertThat(ids(finance, "/contracts?limit=1&customerId=" + customer + "&cursor=" + cursor))
                .containsExactly(late);
    }

    @Test
    void setsRightWhatIsWrittenOnADocument() {
        var contract = finance.creates("/contracts", contract("HT-1", Map.of("title", "Supplies")));
        var invoice = finance.creates("/invoices", invoice("INV-1", Map.of()));

        var amended = finance.patches(
                "/contracts/" + contract,
                Map.of("number", "HT-2", "signedOn", "2026-01-20", "expiresOn", "2026-01-20"));
        var moved = finance.patches(
                "/invoices/" + invoice, Map.of("number", "INV-2", "issuedOn", "2026-02-03", "contractId", contract));

        var contractNow = new ContractView(
                contract,
                customer,
                "Customer C-1",
                "HT-2",
                "Supplies",
                LocalDate.of(2026, 1, 20),
                LocalDate.of(2026, 1, 20),
                cny("1000.00"),
                1);
        var invoiceNow = new InvoiceView(
                invoice, customer, "Customer C-1", contract, "INV-2", LocalDate.of(2026, 2, 3), cny("400.00"), 1);
        assertThat(Answers.as(ContractView.class, amended)).isEqualTo(contractNow);
        assertThat(Answers.as(ContractView.class, wang.gets("/contracts/" + contract)))
                .isEqualTo(contractNow);
        assertThat(Answers.as(InvoiceView.class, moved)).isEqualTo(invoiceNow);
        assertThat(Answers.as(InvoiceView.class, wang.gets("/invoices/" + invoice)))
                .isEqualTo(invoiceNow);
        List<String> actions = organisation.admin().gets("/audit-events").path("items.action");
        assertThat(actions).contains("contract.changed", "invoice.changed");
    }

    @Test
    void refusesChangesThatDoNotFit() {
        var elsewhere = finance.creates("/contracts", contract("HT-1", Map.of("customerId", Given.aCustomerOf(wang))));
        var contract = "/contracts/" + finance.creates("/contracts", contract("HT-1", Map.of()));
        var invoice = "/invoices/" + finance.creates("/invoices", invoice("INV-1", Map.of()));
        finance.creates("/contracts", contract("HT-2", Map.of()));
        finance.creates("/invoices", invoice("INV-2", Map.of()));

        assertRefused(contract, Map.of("number", "HT-2"), 409, "/number", "already-used");
        assertRefused(contract, Map.of("number", " "), 400, "/number", "pattern");
        assertRefused(contract, Map.of("expiresOn", "2026-01-14"), 400, "/expiresOn", "expires-before-signing");
        assertRefused(contract, Map.of("amount", json(cny("1.00"))), 400, "/amount", "unknown-field");
        assertRefused(invoice, Map.of("number", "INV-2"), 409, "/number", "already-used");
        assertRefused(invoice, Map.of("number", " "), 400, "/number", "pattern");
        assertRefused(invoice, Map.of("contractId", elsewhere), 400, "/contractId", "document-unknown");
        assertRefused(invoice, Map.of("amount", json(cny("1.00"))), 400, "/amount", "unknown-field");
        assertThat(finance.patches(contract, Map.of("number", "HT-1")).statusCode())
                .isEqualTo(200);
        assertThat(finance.gets(contract).header("ETag")).isEqualTo("\"0\"");
        assertThat(finance.gets(invoice).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void wantsTheVersionThatAChangeIsBasedOn() {
        for (var path : List.of(
                "/contracts/" + finance.creates("/contracts", contract("A-1", Map.of())),
                "/invoices/" + finance.creates("/invoices", invoice("A-1", Map.of())))) {
            finance.patches(path, Map.of("number", "A-2")).then().statusCode(200);

            var stale = finance.asks()
                    .header("If-Match", "\"0\"")
                    .body(Map.of("number", "A-3"))
                    .patch(path);

            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.<String>path("errors[0].pointer")).isEqualTo("/number");
            assertThat(stale.<String>path("errors[0].message")).contains("A-2");
            assertThat(finance.asks().body(Map.of("number", "A-3")).patch(path).statusCode())
                    .isEqualTo(428);
        }
    }

    @Test
    void leavesWritingToFinanceAndReadingToTheOwner() {
        var contract = finance.creates("/contracts", contract("HT-1", Map.of()));
        var invoice = finance.creates("/invoices", invoice("INV-1", Map.of()));
        var chen = organisation.salesperson("chen");

        assertThat(wang.posts("/contracts", contract("HT-2", Map.of())).statusCode())
                .isEqualTo(403);
        assertThat(wang.posts("/invoices", invoice("INV-2", Map.of())).statusCode())
                .isEqualTo(403);
        assertThat(chen.gets("/contracts/" + contract).statusCode()).isEqualTo(404);
        assertThat(chen.gets("/invoices/" + invoice).statusCode()).isEqualTo(404);
        assertThat(ids(chen, "/contracts")).isEmpty();
        assertThat(ids(chen, "/invoices")).isEmpty();
    }

    @Test
    void filesADocumentOnceHoweverOftenTheRequestComes() {
        assertThatItFilesOnce("/contracts", contract("HT-1", Map.of()), contract("HT-2", Map.of()));
        assertThatItFilesOnce("/invoices", invoice("INV-1", Map.of()), invoice("INV-2", Map.of()));
    }

    private void assertThatItFilesOnce(String path, Map<String, Object> body, Map<String, Object> otherBody) {
        var first = finance.postsOnce("k", path, body);
        var retry = finance.postsOnce("k", path, body);
        var other = finance.postsOnce("k", path, otherBody);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ids(finance, path)).hasSize(1);
    }

    private void assertFault(String path, Map<String, Object> body, int status, String pointer, String code) {
        var refused = finance.posts(path, body);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private void assertRefused(String path, Map<String, Object> change, int status, String pointer, String code) {
        var refused = finance.patches(path, change);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private static List<UUID> ids(Person person, String path) {
        return person.gets(path).jsonPath().getList("items.id", UUID.class);
    }

    private Map<String, Object> contract(String number, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", customer, "number", number, "signedOn", "2026-01-15", "amount", json(cny("1000.00"))));
        body.putAll(more);
        return body;
    }

    private Map<String, Object> invoice(String number, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", customer, "number", number, "issuedOn", "2026-02-01", "amount", json(cny("400.00"))));
        body.putAll(more);
        return body;
    }
}
