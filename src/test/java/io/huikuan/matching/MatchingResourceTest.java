package io.huikuan.matching;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class MatchingResourceTest {
    private static final LocalDate CAME = LocalDate.of(2026, 3, 15);
    private static final String PAYER = "上海远景贸易有限公司";

    private Organisation organisation;
    private Person wang;
    private Person zhao;
    private BankStatement statement;
    private UUID customer;

    @BeforeEach
    void aCustomer() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        zhao = organisation.finance();
        statement = new BankStatement(zhao);
        customer = customer("C-1", PAYER);
    }

    @Test
    void matchesALineToTheClaimThatItSuggestsAndRemembersWhy() {
        var receivable = Given.aReceivable(zhao, customer, "INV-2026-0117", "1000.00", CAME.minusDays(3));
        var claim = claim(customer, "1000.00", CAME.minusDays(1));
        var line = statement.aLine("1000.00", CAME, "上海远景贸易股份有限公司", "", "货款INV-2026-0117");

        var suggestion = suggestions(line).getFirst();
        assertThat(suggestion.paymentId()).isEqualTo(claim.toString());
        assertThat(suggestion.kinds())
                .containsExactly("AMOUNT_EXACT", "REFERENCE_FOUND", "PAYER_NAME_NORMALISED", "CLAIMED_BY", "DATE_GAP");
        var matched =
                match(line, suggestion.parts()).then().statusCode(201).extract().jsonPath();

        assertThat(matched.getString("state")).isEqualTo("MATCHED");
        assertThat(matched.getString("decisions[0].parts[0].paymentId")).isEqualTo(claim.toString());
        assertThat(matched.getBoolean("decisions[0].parts[0].claimed")).isTrue();
        assertThat(matched.<String>getList("decisions[0].parts[0].evidence.kind"))
                .containsExactlyElementsOf(suggestion.kinds());
        assertThat(zhao.gets("/payments/" + claim).<String>path("state")).isEqualTo("CONFIRMED");
        assertThat(open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void recordsWhatNobodyClaimedUnderTheBanksOwnNumber() {
        var receivable = Given.aReceivable(zhao, customer, "INV-1", "1000.00", CAME.minusDays(3));
        statement.imports("FLOW-77,2026-03-15,1000.00," + PAYER + ",62220210,货款");
        var line = statement.line("FLOW-77");

        var suggestion = suggestions(line).getFirst();
        assertThat(suggestion.settles()).isEqualTo("SINGLE");
        var matched =
                match(line, suggestion.parts()).then().statusCode(201).extract().jsonPath();

        var payment = zhao.gets("/payments/" + matched.getString("decisions[0].parts[0].paymentId"))
                .jsonPath();
        assertThat(payment.getString("reference")).isEqualTo("FLOW-77");
        assertThat(payment.getString("receivedOn")).isEqualTo("2026-03-15");
        assertThat(payment.getString("state")).isEqualTo("CONFIRMED");
        assertThat(payment.getString("allocations[0].receivableId")).isEqualTo(receivable.toString());
        assertThat(open(receivable)).isEqualTo(cny("0.00"));
    }

    /** Odoo #9177: of two invoices of one amount the oldest was proposed, though the payer had written the number of the other. */
    @Test
    void suggestsTheInvoiceThatThePayerNamesAndNotTheOldestOfTheSameAmount() {
        var oldest = Given.aReceivable(zhao, customer, "INV-2026-0001", "1000.00", CAME.minusDays(60));
        var named = Given.aReceivable(zhao, customer, "INV-2026-0002", "1000.00", CAME.minusDays(30));
        var line = statement.aLine("1000.00", CAME, PAYER, "", "付 inv 2026 0002");

        var suggestions = suggestions(line);

        assertThat(suggestions.getFirst().receivables()).containsExactly(named.toString());
        assertThat(suggestions.getFirst().kinds()).contains("REFERENCE_FOUND").doesNotContain("AMOUNT_NOT_UNIQUE");
        assertThat(suggestions.get(1).receivables()).containsExactly(oldest.toString());
    }

    @Test
    void findsACustomerByTheNumberOfItsContractAlone() {
        var contract = zhao.creates(
                "/contracts",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        "HT-2026-088",
                        "signedOn",
                        "2026-01-01",
                        "amount",
                        json(cny("5000.00"))));
        zhao.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customer,
                        "contractId",
                        contract,
                        "number",
                        "1期",
                        "issuedOn",
                        "2026-01-05",
                        "dueOn",
                        "2026-03-01",
                        "amount",
                        json(cny("700.00"))));
        var line = statement.aLine("500.00", CAME, "张三", "", "HT-2026-088 首付");

        var suggestion = suggestions(line).getFirst();

        assertThat(suggestion.customerId()).isEqualTo(customer.toString());
        assertThat(suggestion.settles()).isEqualTo("NAMED");
        assertThat(suggestion.kinds()).containsExactly("REFERENCE_FOUND", "DATE_GAP");
    }

    @Test
    void splitsALineOverCustomersAndClaims() {
        var other = customer("C-2", "Acme");
        var ours = Given.aReceivable(zhao, customer, "A-1", "300.00", CAME);
        var theirs = Given.aReceivable(zhao, other, "B-1", "700.00", CAME);
        var claim = claim(customer, "250.00", CAME);
        var line = statement.aLine("1000.00", CAME, PAYER, "", "");

        var matched = match(
                        line,
                        List.of(
                                Map.of("paymentId", claim, "amount", json(cny("250.00"))),
                                Map.of("customerId", customer, "amount", json(cny("50.00"))),
                                Map.of(
                                        "customerId",
                                        other,
                                        "amount",
                                        json(cny("700.00")),
                                        "allocations",
                                        List.of(Map.of("receivableId", theirs, "amount", json(cny("600.00")))))))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(matched.<String>getList("decisions[0].parts.amount.amount"))
                .containsExactly("250.00", "50.00", "700.00");
        assertThat(matched.<Boolean>getList("decisions[0].parts.claimed")).containsExactly(true, false, false);
        assertThat(open(ours)).isEqualTo(cny("0.00"));
        assertThat(open(theirs)).isEqualTo(cny("100.00"));
    }

    @Test
    void refusesPartsThatDoNotFitAndBooksNothingOfThem() {
        var receivable = Given.aReceivable(zhao, customer, "A-1", "1000.00", CAME);
        var claim = claim(customer, "400.00", CAME);
        var dollars = claim(customer, Money.of("1000.00", "USD"), CAME);
        var line = statement.aLine("1000.00", CAME, PAYER, "", "");

        refused(line, 422, "parts-do-not-add-up", "/parts", part("customerId", customer, cny("999.99")));
        refused(
                line,
                422,
                "parts-do-not-add-up",
                "/parts",
                part("customerId", customer, cny("1000.00")),
                part("paymentId", claim, cny("400.00")));
        refused(
                line,
                422,
                "part-in-other-currency",
                "/parts/0/amount/currency",
                part("customerId", customer, Money.of("1000.00", "USD")));
        refused(line, 422, "claim-unknown", "/parts/0/paymentId", part("paymentId", UUID.randomUUID(), cny("1000.00")));
        var draft = wang.creates(
                "/payments",
                Map.of(
                        "customerId", customer,
                        "receivedOn", CAME.toString(),
                        "amount", json(cny("1000.00")),
                        "instrument", "BANK_ACCEPTANCE",
                        "maturesOn", CAME.plusMonths(6).toString()));
        refused(line, 422, "claim-unknown", "/parts/0/paymentId", part("paymentId", draft, cny("1000.00")));
        refused(line, 422, "claim-differs", "/parts/0/amount", part("paymentId", claim, cny("1000.00")));
        refused(line, 422, "claim-differs", "/parts/0/amount", part("paymentId", dollars, cny("1000.00")));
        refused(line, 400, "invalid-request", "/customerId", part("customerId", UUID.randomUUID(), cny("1000.00")));
        refused(
                line,
                400,
                "invalid-request",
                "/parts/1/customerId",
                part("customerId", customer, cny("500.00")),
                part("customerId", customer, cny("500.00")));
        refused(line, 400, "invalid-request", "/parts/0", Map.of("amount", json(cny("1000.00"))));
        refused(
                line,
                400,
                "invalid-request",
                "/parts/1/amount/amount",
                part("customerId", customer, cny("1500.00")),
                part("paymentId", claim, cny("-500.00")));
        refused(
                line,
                422,
                "shares-exceed-payment",
                "/allocations/0/amount",
                Map.of(
                        "customerId",
                        customer,
                        "amount",
                        json(cny("1000.00")),
                        "allocations",
                        List.of(Map.of("receivableId", receivable, "amount", json(cny("1000.01"))))));

        assertThat(zhao.gets("/bank-statement-lines/" + line).<String>path("state"))
                .isEqualTo("UNMATCHED");
        assertThat(zhao.gets("/payments?state=CONFIRMED").<List<?>>path("items"))
                .isEmpty();
        assertThat(open(receivable)).isEqualTo(cny("1000.00"));
    }

    @Test
    void refusesAClaimThatWasDecidedAndMoneyThatWasRecordedByHand() {
        var claim = claim(customer, "1000.00", CAME);
        zhao.posts("/payments/" + claim + "/rejection", Map.of("reason", "nothing came"))
                .then()
                .statusCode(201);
        statement.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        var line = statement.line("FLOW-1");
        zhao.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customer,
                        "receivedOn",
                        CAME.toString(),
                        "amount",
                        json(cny("1000.00")),
                        "reference",
                        "FLOW-1"));

        match(line, List.of(part("paymentId", claim, cny("1000.00")))).then().statusCode(409);
        refused(line, 409, "line-booked-before", "/parts/0/customerId", part("customerId", customer, cny("1000.00")));
    }

    @Test
    void matchesALineOnceHoweverOftenItIsAsked() {
        var line = statement.aLine("1000.00", CAME, PAYER, "", "");
        var body = Map.of("parts", List.of(part("customerId", customer, cny("1000.00"))));
        var place = "/bank-statement-lines/" + line + "/match";

        var first = zhao.postsOnce("k-1", place, body);
        var again = zhao.postsOnce("k-1", place, body);
        var later = zhao.postsOnce("k-2", place, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(later.<String>path("code")).isEqualTo("statement-line-decided");
        assertThat(zhao.gets("/payments").<List<?>>path("items")).hasSize(1);
    }

    @Test
    @Timeout(120)
    void letsOneOfManyCashiersWin() throws Exception {
        var receivable = Given.aReceivable(zhao, customer, "A-1", "1000.00", CAME);
        var claim = claim(customer, "100.00", CAME);
        var other = customer("C-2", "Acme");
        var line = statement.aLine("100.00", CAME, PAYER, "", "");
        var parts = List.of(
                part("paymentId", claim, cny("100.00")),
                part("customerId", customer, cny("100.00")),
                part("customerId", other, cny("100.00")));
        var work = new ArrayList<Callable<Response>>();
        for (int hand = 0; hand < 9; hand++) {
            var one = parts.get(hand % parts.size());
            work.add(() -> match(line, List.of(one)));
        }
        Collections.shuffle(work);

        var answers = new ArrayList<Response>();
        try (var hands = Executors.newFixedThreadPool(work.size())) {
            for (var answer : hands.invokeAll(work)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.<String>path("code")).isEqualTo("statement-line-decided");
                });
        assertThat(zhao.gets("/payments?state=CONFIRMED").<List<?>>path("items"))
                .hasSize(1);
        assertThat(open(receivable)).isIn(cny("900.00"), cny("1000.00"));
    }

    @Test
    void refusesALineAndOpensItAgain() {
        var line = statement.aLine("5.00", CAME, "银行", "", "利息");
        var place = "/bank-statement-lines/" + line;
        var because = Map.of("reason", "interest");

        assertThat(zhao.posts(place + "/reopening", because).<String>path("code"))
                .isEqualTo("statement-line-undecided");
        assertThat(zhao.posts(place + "/refusal", because).<String>path("state"))
                .isEqualTo("REFUSED");
        assertThat(zhao.posts(place + "/refusal", because).<String>path("code")).isEqualTo("statement-line-decided");
        refused(line, 409, "statement-line-decided", null, part("customerId", customer, cny("5.00")));
        assertThat(zhao.posts(place + "/reopening", Map.of("reason", "was wrong"))
                        .<String>path("state"))
                .isEqualTo("UNMATCHED");
        assertThat(zhao.posts(place + "/refusal", Map.of("reason", " ")).statusCode())
                .isEqualTo(400);

        var decisions = zhao.gets(place).jsonPath();
        assertThat(decisions.<String>getList("decisions.kind")).containsExactly("REFUSED", "REOPENED");
        assertThat(decisions.<String>getList("decisions.reason")).containsExactly("interest", "was wrong");
    }

    @Test
    void opensAMatchAgainOnlyWhenItsPaymentsWereReversedAndMatchesItAnew() {
        var receivable = Given.aReceivable(zhao, customer, "A-1", "1000.00", CAME);
        var other = customer("C-2", "Acme");
        statement.imports("FLOW-9,2026-03-15,1000.00," + PAYER + ",,");
        var line = statement.line("FLOW-9");
        var place = "/bank-statement-lines/" + line;
        var parts = List.of(part("customerId", customer, cny("400.00")), part("customerId", other, cny("600.00")));
        var payments = match(line, parts).jsonPath().<String>getList("decisions[0].parts.paymentId");

        reverse(payments.getFirst());
        assertThat(zhao.posts(place + "/reopening", Map.of("reason", "mistake")).<String>path("code"))
                .isEqualTo("matched-payment-stands");
        reverse(payments.getLast());
        zhao.posts(place + "/reopening", Map.of("reason", "mistake")).then().statusCode(201);
        var anew = match(line, List.of(part("customerId", customer, cny("1000.00"))))
                .then()
                .statusCode(201);

        assertThat(anew.extract().<List<String>>path("decisions.kind"))
                .containsExactly("MATCHED", "REOPENED", "MATCHED");
        assertThat(zhao.gets("/payments/" + anew.extract().path("decisions[2].parts[0].paymentId"))
                        .<String>path("reference"))
                .isEqualTo("FLOW-9/2");
        assertThat(open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void learnsWhoseAnAccountIsAndForgetsItWithTheMatch() {
        var first = statement.aLine("77.00", CAME, "张三", "6222 0001", "");
        assertThat(suggestions(first)).isEmpty();
        var payments = match(first, List.of(part("customerId", customer, cny("77.00"))))
                .jsonPath()
                .<String>getList("decisions[0].parts.paymentId");
        var second = statement.aLine("88.00", CAME, "张三", "62220001", "");

        assertThat(suggestions(second)).singleElement().satisfies(one -> {
            assertThat(one.customerId()).isEqualTo(customer.toString());
            assertThat(one.kinds()).containsExactly("PAYER_KNOWN");
        });

        reverse(payments.getFirst());
        zhao.posts("/bank-statement-lines/" + first + "/reopening", Map.of("reason", "mistake"))
                .then()
                .statusCode(201);
        assertThat(suggestions(second)).isEmpty();
    }

    @Test
    void suggestsAClaimOfNearlyTheAmountButNotToAcceptItAsItIs() {
        var claim = claim(customer, "1000.00", CAME);
        var line = statement.aLine("995.00", CAME, "", "", "");

        var suggestion = suggestions(line).getFirst();

        assertThat(suggestion.paymentId()).isEqualTo(claim.toString());
        assertThat(suggestion.kinds()).containsExactly("AMOUNT_NEAR", "CLAIMED_BY", "DATE_GAP");
        assertThat(suggestion.parts()).isEqualTo(List.of());
    }

    @Test
    void tellsTheEvidenceInTheLanguageOfTheReader() {
        claim(customer, "1000.00", CAME.minusDays(2));
        var line = statement.aLine("995.00", CAME, "", "", "");

        assertThat(words(line, "en"))
                .containsExactly(
                        "The amount differs by CNY -5.00",
                        "wang says that it has come",
                        "It came 2 days after it was claimed or due");
        assertThat(words(line, "zh-CN")).containsExactly("金额相差 CNY -5.00", "wang 声明该款已到账", "到账日晚于声明日或到期日 2 天");
    }

    private List<String> words(UUID line, String language) {
        return zhao.asks()
                .header("Accept-Language", language)
                .get("/bank-statement-lines/" + line + "/suggestions")
                .path("items[0].evidence.words");
    }

    private UUID customer(String code, String name) {
        return wang.creates("/customers", Map.of("code", code, "name", name));
    }

    private UUID claim(UUID of, String amount, LocalDate receivedOn) {
        return claim(of, cny(amount), receivedOn);
    }

    private UUID claim(UUID of, Money amount, LocalDate receivedOn) {
        return wang.creates(
                "/payments", Map.of("customerId", of, "receivedOn", receivedOn.toString(), "amount", json(amount)));
    }

    private void reverse(String payment) {
        zhao.posts("/payments/" + payment + "/reversal", Map.of("reason", "mistake"))
                .then()
                .statusCode(201);
    }

    private Money open(UUID receivable) {
        JsonPath open = zhao.gets("/receivables/" + receivable).jsonPath();
        return Money.of(open.getString("open.amount"), open.getString("open.currency"));
    }

    private static Map<String, Object> part(String of, UUID id, Money amount) {
        return new HashMap<>(Map.of(of, id, "amount", json(amount)));
    }

    private Response match(UUID line, Object parts) {
        return zhao.posts("/bank-statement-lines/" + line + "/match", Map.of("parts", parts));
    }

    @SafeVarargs
    private void refused(UUID line, int status, String code, @Nullable String pointer, Map<String, Object>... parts) {
        var answer = match(line, List.of(parts));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
        if (pointer != null) {
            assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    /** @param paymentId null where a new payment would be recorded */
    private record Found(
            String customerId,
            @Nullable String paymentId,
            String settles,
            List<Map<String, Object>> parts,
            List<String> kinds,
            List<String> receivables) {}

    private List<Found> suggestions(UUID line) {
        var items = zhao.gets("/bank-statement-lines/" + line + "/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var found = new ArrayList<Found>();
        for (int i = 0; i < items.getInt("items.size()"); i++) {
            var item = "items[" + i + "].";
            found.add(new Found(
                    items.getString(item + "customerId"),
                    items.getString(item + "paymentId"),
                    items.getString(item + "settles"),
                    items.getList(item + "parts"),
                    items.getList(item + "evidence.kind"),
                    items.getList(item + "parts.allocations.receivableId.flatten()")));
        }
        return found;
    }
}
