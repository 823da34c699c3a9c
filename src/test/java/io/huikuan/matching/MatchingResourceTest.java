package io.huikuan.matching;

import static io.huikuan.matching.Desk.part;
import static io.huikuan.matching.Desk.share;
import static io.huikuan.matching.Desk.with;
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
    private Desk desk;
    private UUID customer;

    @BeforeEach
    void aCustomer() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        zhao = organisation.finance();
        desk = new Desk(wang, zhao);
        customer = desk.customer("C-1", PAYER);
    }

    @Test
    void matchesALineToTheClaimThatItSuggestsAndRemembersWhy() {
        var receivable = Given.aReceivable(zhao, customer, "INV-2026-0117", "1000.00", CAME.minusDays(3));
        var claim = desk.claim(customer, "1000.00", CAME.minusDays(1));
        var line = desk.aLine("1000.00", CAME, "上海远景贸易股份有限公司", "", "货款INV-2026-0117");

        var suggestion = desk.suggestions(line).getFirst();
        assertThat(suggestion.paymentIds()).containsExactly(claim.toString());
        assertThat(suggestion.kinds())
                .containsExactly("AMOUNT_EXACT", "REFERENCE_FOUND", "PAYER_NAME_NORMALISED", "CLAIMED_BY", "DATE_GAP");
        var matched = desk.match(line, suggestion.parts())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(matched.getString("state")).isEqualTo("MATCHED");
        assertThat(matched.getString("decisions[0].parts[0].paymentId")).isEqualTo(claim.toString());
        assertThat(matched.getString("decisions[0].parts[0].booked")).isEqualTo("CONFIRMED");
        assertThat(matched.<String>getList("decisions[0].parts[0].evidence.kind"))
                .containsExactlyElementsOf(suggestion.kinds());
        assertThat(zhao.gets("/payments/" + claim).<String>path("state")).isEqualTo("CONFIRMED");
        assertThat(desk.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void recordsWhatNobodyClaimedUnderTheBanksOwnNumber() {
        var receivable = Given.aReceivable(zhao, customer, "INV-1", "1000.00", CAME.minusDays(3));
        desk.imports("FLOW-77,2026-03-15,1000.00," + PAYER + ",62220210,货款");
        var line = desk.line("FLOW-77");

        var suggestion = desk.suggestions(line).getFirst();
        assertThat(suggestion.settles()).isEqualTo("SINGLE");
        var matched = desk.match(line, suggestion.parts())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        var payment = zhao.gets("/payments/" + matched.getString("decisions[0].parts[0].paymentId"))
                .jsonPath();
        assertThat(payment.getString("reference")).isEqualTo("FLOW-77");
        assertThat(payment.getString("receivedOn")).isEqualTo("2026-03-15");
        assertThat(payment.getString("state")).isEqualTo("CONFIRMED");
        assertThat(payment.getString("allocations[0].receivableId")).isEqualTo(receivable.toString());
        assertThat(desk.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void showsOnThePaymentWhichLineItIsToWhoeverSeesThePayment() {
        var claim = desk.claim(customer, "1000.00", CAME);
        desk.imports("FLOW-7,2026-03-15,1000.00," + PAYER + ",,");
        var line = desk.line("FLOW-7");
        var place = "/payments/" + claim;
        assertThat(wang.gets(place).<Object>path("statementLine")).isNull();

        desk.match(line, List.of(part("paymentId", claim, cny("1000.00"))))
                .then()
                .statusCode(201);

        var shown = Map.of("lineId", line.toString(), "account", BankStatement.ACCOUNT, "bankReference", "FLOW-7");
        assertThat(wang.gets(place).<Map<String, String>>path("statementLine")).isEqualTo(shown);
        assertThat(zhao.gets("/payments").<Map<String, String>>path("items[0].statementLine"))
                .isEqualTo(shown);
        assertThat(organisation.salesperson("chen").gets(place).statusCode()).isEqualTo(404);
    }

    /** Odoo #9177: of two invoices of one amount the oldest was proposed, though the payer had written the number of the other. */
    @Test
    void suggestsTheInvoiceThatThePayerNamesAndNotTheOldestOfTheSameAmount() {
        var oldest = Given.aReceivable(zhao, customer, "INV-2026-0001", "1000.00", CAME.minusDays(60));
        var named = Given.aReceivable(zhao, customer, "INV-2026-0002", "1000.00", CAME.minusDays(30));
        var line = desk.aLine("1000.00", CAME, PAYER, "", "付 inv 2026 0002");

        var suggestions = desk.suggestions(line);

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
        var line = desk.aLine("500.00", CAME, "张三", "", "HT-2026-088 首付");

        var suggestion = desk.suggestions(line).getFirst();

        assertThat(suggestion.customerId()).isEqualTo(customer.toString());
        assertThat(suggestion.settles()).isEqualTo("NAMED");
        assertThat(suggestion.kinds()).containsExactly("REFERENCE_FOUND", "DATE_GAP");
    }

    @Test
    void splitsALineOverCustomersAndClaims() {
        var other = desk.customer("C-2", "Acme");
        var ours = Given.aReceivable(zhao, customer, "A-1", "300.00", CAME);
        var theirs = Given.aReceivable(zhao, other, "B-1", "700.00", CAME);
        var claim = desk.claim(customer, "250.00", CAME);
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");

        var matched = desk.match(
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
        assertThat(matched.<String>getList("decisions[0].parts.booked"))
                .containsExactly("CONFIRMED", "RECORDED", "RECORDED");
        assertThat(desk.open(ours)).isEqualTo(cny("0.00"));
        assertThat(desk.open(theirs)).isEqualTo(cny("100.00"));
    }

    @Test
    void refusesPartsThatDoNotFitAndBooksNothingOfThem() {
        var receivable = Given.aReceivable(zhao, customer, "A-1", "1000.00", CAME);
        var claim = desk.claim(customer, "400.00", CAME);
        var dollars = desk.claim(customer, Money.of("1000.00", "USD"), CAME);
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");

        desk.refused(line, 422, "parts-do-not-add-up", "/parts", part("customerId", customer, cny("999.99")));
        desk.refused(
                line,
                422,
                "parts-do-not-add-up",
                "/parts",
                part("customerId", customer, cny("1000.00")),
                part("paymentId", claim, cny("400.00")));
        desk.refused(
                line,
                422,
                "part-in-other-currency",
                "/parts/0/amount/currency",
                part("customerId", customer, Money.of("1000.00", "USD")));
        desk.refused(
                line,
                422,
                "payment-unknown",
                "/parts/0/paymentId",
                part("paymentId", UUID.randomUUID(), cny("1000.00")));
        var draft = wang.creates(
                "/payments",
                Map.of(
                        "customerId", customer,
                        "receivedOn", CAME.toString(),
                        "amount", json(cny("1000.00")),
                        "instrument", "BANK_ACCEPTANCE",
                        "maturesOn", CAME.plusMonths(6).toString()));
        desk.refused(line, 409, "paper-only-claimed", "/parts/0/paymentId", part("paymentId", draft, cny("1000.00")));
        desk.refused(line, 422, "payment-differs", "/parts/0/amount", part("paymentId", claim, cny("1000.00")));
        desk.refused(line, 422, "payment-differs", "/parts/0/amount", part("paymentId", dollars, cny("1000.00")));
        desk.refused(
                line,
                400,
                "invalid-request",
                "/parts/0/customerId",
                part("customerId", UUID.randomUUID(), cny("1000.00")));
        desk.refused(
                line,
                400,
                "invalid-request",
                "/parts/1/customerId",
                part("customerId", customer, cny("500.00")),
                part("customerId", customer, cny("500.00")));
        desk.refused(line, 400, "invalid-request", "/parts/0", Map.of("amount", json(cny("1000.00"))));
        desk.refused(
                line,
                400,
                "invalid-request",
                "/parts/1/amount/amount",
                part("customerId", customer, cny("1500.00")),
                part("paymentId", claim, cny("-500.00")));
        for (var amount : List.of("0.00", "-1.00", "1.001", "1.00001")) {
            var refused = desk.match(
                    line,
                    List.of(
                            part("customerId", customer, cny("1000.00")),
                            Map.of("paymentId", claim, "amount", Map.of("amount", amount, "currency", "CNY"))));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/parts/1/amount/amount");
            assertThat(refused.<String>path("errors[0].code"))
                    .isEqualTo(amount.startsWith("1.") ? "amount-unrepresentable" : "must-be-positive");
        }
        desk.refused(
                line,
                422,
                "shares-exceed-payment",
                "/parts/0/allocations/0/amount",
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
        assertThat(desk.open(receivable)).isEqualTo(cny("1000.00"));
    }

    /** What the payment room refuses of a part, the caller finds at that part. */
    @Test
    void saysOfWhichPartItIsThatThePaymentRoomRefuses() {
        var ours = Given.aReceivable(zhao, customer, "A-1", "100.00", CAME);
        var other = desk.customer("C-2", "Acme");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        var sound = part("customerId", customer, cny("400.00"));

        desk.refused(
                line,
                422,
                "share-exceeds-open-amount",
                "/parts/0/allocations/0/amount",
                with(part("customerId", customer, cny("1000.00")), "allocations", List.of(share(ours, "100.01"))));
        desk.refused(
                line,
                422,
                "share-of-unknown-receivable",
                "/parts/1/allocations/1/receivableId",
                sound,
                with(
                        part("paymentId", desk.claim(other, "600.00", CAME), cny("600.00")),
                        "allocations",
                        List.of(
                                share(Given.aReceivable(zhao, other, "B-1", "50.00", CAME), "50.00"),
                                share(ours, "50.00"))));
        desk.refused(
                line,
                400,
                "invalid-request",
                "/parts/1/allocations/0/amount/amount",
                sound,
                with(part("customerId", other, cny("600.00")), "allocations", List.of(share(ours, "0.00"))));
        desk.refused(
                line,
                400,
                "invalid-request",
                "/parts/1/allocate",
                sound,
                with(
                        with(part("customerId", other, cny("600.00")), "allocations", List.of(share(ours, "1.00"))),
                        "allocate",
                        "NONE"));

        assertThat(desk.open(ours)).isEqualTo(cny("100.00"));
        assertThat(zhao.gets("/payments?state=CONFIRMED").<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void booksNothingOfALineOfWhichAPartWouldCountInAClosedPeriod() {
        var receivable = Given.aReceivable(zhao, customer, "A-1", "1000.00", CAME);
        var claim = desk.claim(desk.customer("C-2", "Acme"), "600.00", CAME.minusDays(1));
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        var early = desk.aLine("1000.00", CAME.minusDays(1), PAYER, "", "");
        closeThrough(CAME.minusDays(1));

        desk.refused(early, 422, "period-closed", "/parts/0/receivedOn", part("customerId", customer, cny("1000.00")));
        desk.refused(
                line,
                422,
                "period-closed",
                "/parts/1/receivedOn",
                part("customerId", customer, cny("400.00")),
                part("paymentId", claim, cny("600.00")));

        assertThat(zhao.gets("/payments?state=CONFIRMED").<List<?>>path("items"))
                .isEmpty();
        assertThat(zhao.gets("/bank-statement-lines?state=UNMATCHED").<List<?>>path("items"))
                .hasSize(2);
        assertThat(desk.open(receivable)).isEqualTo(cny("1000.00"));
    }

    @Test
    void refusesAClaimThatWasDecidedAndMoneyThatWasRecordedByHand() {
        var claim = desk.claim(customer, "1000.00", CAME);
        zhao.posts("/payments/" + claim + "/rejection", Map.of("reason", "nothing came"))
                .then()
                .statusCode(201);
        desk.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        var line = desk.line("FLOW-1");
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

        desk.refused(line, 409, "payment-gone", "/parts/0/paymentId", part("paymentId", claim, cny("1000.00")));
        desk.refused(
                line, 409, "line-booked-before", "/parts/0/customerId", part("customerId", customer, cny("1000.00")));
    }

    /** A bank numbers the lines of each account from the beginning. */
    @Test
    void takesTheSameNumberOnTwoOfOurAccountsForTwoPayments() {
        var abroad = new BankStatement(zhao, "ABC-2002");
        desk.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        abroad.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        var whole = List.of(part("customerId", customer, cny("1000.00")));

        desk.match(desk.line("FLOW-1"), whole).then().statusCode(201);
        desk.match(abroad.line("FLOW-1"), whole).then().statusCode(201);

        var payments = zhao.gets("/payments?reference=FLOW-1").jsonPath();
        assertThat(payments.<String>getList("items.account")).containsExactlyInAnyOrder("ICBC-1001", "ABC-2002");
    }

    @Test
    void knowsWhatWasRecordedByHandUnlessItCameInOnAnotherAccount() {
        desk.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        var line = desk.line("FLOW-1");
        var whole = part("customerId", customer, cny("1000.00"));

        var elsewhere = byHand("FLOW-1", "ABC-2002");
        var here = byHand("FLOW-1", BankStatement.ACCOUNT);
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        assertThat(here.statusCode()).isEqualTo(201);
        assertThat(byHand("FLOW-1", null).<String>path("code")).isEqualTo("already-exists");
        desk.refused(line, 409, "line-booked-before", "/parts/0/customerId", whole);
    }

    @Test
    void doesNotLetALineBeRecordedByHandOnceMore() {
        desk.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        desk.match(desk.line("FLOW-1"), List.of(part("customerId", customer, cny("1000.00"))))
                .then()
                .statusCode(201);

        assertThat(byHand("FLOW-1", null).<String>path("errors[0].pointer")).isEqualTo("/reference");
        assertThat(byHand("FLOW-1", BankStatement.ACCOUNT).statusCode()).isEqualTo(409);
        assertThat(byHand("FLOW-1", "ABC-2002").statusCode()).isEqualTo(201);
    }

    private Response byHand(String reference, @Nullable String account) {
        var payment = new HashMap<String, Object>(Map.of(
                "customerId",
                customer,
                "receivedOn",
                CAME.toString(),
                "amount",
                json(cny("1000.00")),
                "reference",
                reference));
        if (account != null) {
            payment.put("account", account);
        }
        return zhao.posts("/payments", payment);
    }

    @Test
    void matchesALineOnceHoweverOftenItIsAsked() {
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
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
        var claim = desk.claim(customer, "100.00", CAME);
        var other = desk.customer("C-2", "Acme");
        var line = desk.aLine("100.00", CAME, PAYER, "", "");
        var parts = List.of(
                part("paymentId", claim, cny("100.00")),
                part("customerId", customer, cny("100.00")),
                part("customerId", other, cny("100.00")));
        var work = new ArrayList<Callable<Response>>();
        for (int hand = 0; hand < 9; hand++) {
            var one = parts.get(hand % parts.size());
            work.add(() -> desk.match(line, List.of(one)));
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
        assertThat(desk.open(receivable)).isIn(cny("900.00"), cny("1000.00"));
    }

    @Test
    void refusesALineAndOpensItAgain() {
        var line = desk.aLine("5.00", CAME, "银行", "", "利息");
        var place = "/bank-statement-lines/" + line;
        var because = Map.of("reason", "interest");

        assertThat(zhao.posts(place + "/reopening", because).<String>path("code"))
                .isEqualTo("statement-line-undecided");
        assertThat(zhao.posts(place + "/refusal", because).<String>path("state"))
                .isEqualTo("REFUSED");
        assertThat(zhao.posts(place + "/refusal", because).<String>path("code")).isEqualTo("statement-line-decided");
        desk.refused(line, 409, "statement-line-decided", null, part("customerId", customer, cny("5.00")));
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
        var other = desk.customer("C-2", "Acme");
        desk.imports("FLOW-9,2026-03-15,1000.00," + PAYER + ",,");
        var line = desk.line("FLOW-9");
        var place = "/bank-statement-lines/" + line;
        var parts = List.of(part("customerId", customer, cny("400.00")), part("customerId", other, cny("600.00")));
        var payments = desk.match(line, parts).jsonPath().<String>getList("decisions[0].parts.paymentId");

        desk.reverse(payments.getFirst());
        assertThat(zhao.posts(place + "/reopening", Map.of("reason", "mistake")).<String>path("code"))
                .isEqualTo("matched-payment-stands");
        desk.reverse(payments.getLast());
        zhao.posts(place + "/reopening", Map.of("reason", "mistake")).then().statusCode(201);
        var anew = desk.match(line, List.of(part("customerId", customer, cny("1000.00"))))
                .then()
                .statusCode(201);

        assertThat(anew.extract().<List<String>>path("decisions.kind"))
                .containsExactly("MATCHED", "REOPENED", "MATCHED");
        assertThat(zhao.gets("/payments/" + anew.extract().path("decisions[2].parts[0].paymentId"))
                        .<String>path("reference"))
                .isEqualTo("FLOW-9/2");
        assertThat(desk.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void learnsWhoseAnAccountIsAndForgetsItWithTheMatch() {
        var first = desk.aLine("77.00", CAME, "张三", "6222 0001", "");
        assertThat(desk.suggestions(first)).isEmpty();
        var payments = desk.match(first, List.of(part("customerId", customer, cny("77.00"))))
                .jsonPath()
                .<String>getList("decisions[0].parts.paymentId");
        var second = desk.aLine("88.00", CAME, "张三", "62220001", "");

        assertThat(desk.suggestions(second)).singleElement().satisfies(one -> {
            assertThat(one.customerId()).isEqualTo(customer.toString());
            assertThat(one.kinds()).containsExactly("PAYER_KNOWN");
        });

        desk.reverse(payments.getFirst());
        zhao.posts("/bank-statement-lines/" + first + "/reopening", Map.of("reason", "mistake"))
                .then()
                .statusCode(201);
        assertThat(desk.suggestions(second)).isEmpty();
    }

    @Test
    void suggestsAClaimOfNearlyTheAmountButNotToAcceptItAsItIs() {
        var claim = desk.claim(customer, "1000.00", CAME);
        var line = desk.aLine("995.00", CAME, "", "", "");

        var suggestion = desk.suggestions(line).getFirst();

        assertThat(suggestion.paymentIds()).containsExactly(claim.toString());
        assertThat(suggestion.kinds()).containsExactly("AMOUNT_NEAR", "CLAIMED_BY", "DATE_GAP");
        assertThat(suggestion.parts()).isEqualTo(List.of());
    }

    @Test
    void tellsTheEvidenceInTheLanguageOfTheReader() {
        desk.claim(customer, "1000.00", CAME.minusDays(2));
        var line = desk.aLine("995.00", CAME, "", "", "");

        assertThat(words(line, "en"))
                .containsExactly(
                        "The amount differs by CNY -5.00",
                        "wang says that it has come",
                        "It came 2 days after it was expected");
        assertThat(words(line, "zh-CN")).containsExactly("金额相差 CNY -5.00", "wang 申报该款已到账", "到账日晚于预计日 2 天");
    }

    private List<String> words(UUID line, String language) {
        return zhao.asks()
                .header("Accept-Language", language)
                .get("/bank-statement-lines/" + line + "/suggestions")
                .path("items[0].evidence.words");
    }

    private void closeThrough(LocalDate day) {
        zhao.posts("/period-closings", Map.of("closedThrough", day.toString(), "reason", "reported"))
                .then()
                .statusCode(201);
    }
}
