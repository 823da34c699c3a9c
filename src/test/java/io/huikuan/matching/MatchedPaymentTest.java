package io.huikuan.matching;

import static io.huikuan.matching.Desk.part;
import static io.huikuan.matching.Desk.share;
import static io.huikuan.matching.Desk.with;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that turn out to be payments that somebody has told of before: what is booked of them, and what is left when it is undone. */
@QuarkusTest
class MatchedPaymentTest {
    private static final LocalDate CAME = LocalDate.of(2026, 3, 15);
    private static final String PAYER = "上海远景贸易有限公司";

    private Organisation organisation;
    private Person wang;
    private Person zhao;
    private Desk desk;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void aCustomer() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        zhao = organisation.finance();
        desk = new Desk(wang, zhao);
        customer = desk.customer("C-1", PAYER);
        receivable = Given.aReceivable(zhao, customer, "INV-2026-0117", "1000.00", CAME.minusDays(3));
    }

    @Test
    void findsThePaymentThatFinanceHasRecordedAndBooksNothing() {
        var payment = recorded("1000.00");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "货款INV-2026-0117");

        var suggestion = desk.suggestions(line).getFirst();
        assertThat(suggestion.paymentIds()).containsExactly(payment.toString());
        assertThat(suggestion.kinds())
                .containsExactly("AMOUNT_EXACT", "REFERENCE_FOUND", "PAYER_NAME_EXACT", "RECORDED_BY", "DATE_GAP");
        assertThat(words(line, "en")).contains("zhao took it into the books");
        assertThat(words(line, "zh-CN")).contains("zhao 已将该款入账");
        var matched =
                desk.match(line, suggestion.parts()).then().statusCode(201).extract();

        assertThat(matched.<String>path("decisions[0].parts[0].booked")).isEqualTo("NOTHING");
        assertThat(matched.<List<String>>path("decisions[0].parts[0].evidence.kind"))
                .containsExactlyElementsOf(suggestion.kinds());
        assertThat(zhao.gets("/payments").<List<String>>path("items.id")).containsExactly(payment.toString());
        assertThat(payment(payment).getList("allocations")).hasSize(1);
        assertThat(desk.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void clearsADraftAsOfTheDayOnWhichItsMoneyCame() {
        var draft = draft("1000.00", CAME.minusDays(90));
        var line = desk.aLine("1000.00", CAME, "某银行", "", "");
        assertThat(zhao.gets("/receivables/" + receivable).<String>path("status"))
                .isEqualTo("SECURED");

        var suggestion = desk.suggestions(line).getFirst();
        assertThat(suggestion.paymentIds()).containsExactly(draft.toString());
        assertThat(suggestion.kinds()).containsExactly("AMOUNT_EXACT", "RECORDED_BY", "DATE_GAP");
        var matched =
                desk.match(line, suggestion.parts()).then().statusCode(201).extract();

        assertThat(matched.<String>path("decisions[0].parts[0].booked")).isEqualTo("CLEARED");
        assertThat(payment(draft).getString("state")).isEqualTo("CONFIRMED");
        assertThat(payment(draft).getString("clearedOn")).isEqualTo(CAME.toString());
        assertThat(zhao.gets("/receivables/" + receivable).<String>path("status"))
                .isEqualTo("PAID");
    }

    @Test
    void doesNotClearADraftBeforeItWasThereNorInAClosedPeriod() {
        var draft = draft("1000.00", CAME);
        var whole = part("paymentId", draft, cny("1000.00"));
        var early = desk.aLine("1000.00", CAME.minusDays(1), PAYER, "", "");
        var line = desk.aLine("1000.00", CAME.plusDays(1), PAYER, "", "");

        desk.refused(early, 400, "invalid-request", "/parts/0/effectiveOn", whole);
        closeThrough(CAME.plusDays(1));
        desk.refused(line, 422, "period-closed", "/parts/0/effectiveOn", whole);

        assertThat(payment(draft).getString("state")).isEqualTo("SECURED");
    }

    @Test
    void provesWithALineOfAClosedPeriodWhatWasBookedBeforeItWasClosed() {
        var payment = recorded("1000.00");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        closeThrough(CAME);

        desk.match(line, List.of(part("paymentId", payment, cny("1000.00"))))
                .then()
                .statusCode(201);
    }

    @Test
    void doesNotAllocateWhatIsAllocatedAlready() {
        var recorded = part("paymentId", recorded("400.00"), cny("400.00"));
        var draft = part("paymentId", draft("600.00", CAME.minusDays(90)), cny("600.00"));
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        var shares = List.of(share(receivable, "1.00"));

        desk.refused(
                line, 422, "nothing-to-allocate", "/parts/1/allocations", draft, with(recorded, "allocations", shares));
        desk.refused(line, 422, "nothing-to-allocate", "/parts/0/allocate", with(draft, "allocate", "NONE"), recorded);
        desk.match(line, List.of(draft, recorded)).then().statusCode(201);
    }

    @Test
    void refusesPaymentsThatNoLineCanBe() {
        var rejected = desk.claim(customer, "1000.00", CAME);
        step(rejected, "rejection");
        var reversed = recorded("1000.00");
        step(reversed, "reversal");
        var bounced = draft("1000.00", CAME);
        step(bounced, "bounce");
        var taken = recorded("1000.00");
        var first = desk.aLine("1000.00", CAME, PAYER, "", "");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        desk.match(first, List.of(part("paymentId", taken, cny("1000.00"))))
                .then()
                .statusCode(201);

        for (var gone : List.of(rejected, reversed, bounced)) {
            desk.refused(line, 409, "payment-gone", "/parts/0/paymentId", part("paymentId", gone, cny("1000.00")));
        }
        desk.refused(line, 409, "payment-matched", "/parts/0/paymentId", part("paymentId", taken, cny("1000.00")));
        assertThat(desk.suggestions(line)).noneMatch(one -> one.paymentIds().contains(taken.toString()));
        assertThat(lineOf(line).getString("state")).isEqualTo("UNMATCHED");
    }

    @Test
    void leavesInTheBooksWhatWasThereBeforeTheLineWhenItIsOpenedAgain() {
        var payment = recorded("1000.00");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        var whole = List.of(part("paymentId", payment, cny("1000.00")));
        desk.match(line, whole).then().statusCode(201);
        var etag = zhao.gets("/payments/" + payment).header("ETag");

        reopen(line).then().statusCode(201);

        assertThat(lineOf(line).getString("state")).isEqualTo("UNMATCHED");
        assertThat(payment(payment).getString("state")).isEqualTo("CONFIRMED");
        assertThat(desk.open(receivable)).isEqualTo(cny("0.00"));
        var again = zhao.asks().header("If-None-Match", etag).get("/payments/" + payment);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<Object>path("statementLine")).isNull();
        desk.match(desk.aLine("1000.00", CAME, PAYER, "", ""), whole).then().statusCode(201);
        desk.refused(line, 409, "payment-matched", "/parts/0/paymentId", whole.getFirst());
    }

    @Test
    void opensALineAgainOnceWhatItsMatchBookedIsTakenBack() {
        var claim = desk.claim(customer, "200.00", CAME);
        var draft = draft("300.00", CAME.minusDays(90));
        var byHand = recorded("400.00");
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");
        var matched = desk.match(
                        line,
                        List.of(
                                part("paymentId", claim, cny("200.00")),
                                part("paymentId", draft, cny("300.00")),
                                part("paymentId", byHand, cny("400.00")),
                                part("customerId", customer, cny("100.00"))))
                .then()
                .statusCode(201)
                .extract();
        assertThat(matched.<List<String>>path("decisions[0].parts.booked"))
                .containsExactly("CONFIRMED", "CLEARED", "NOTHING", "RECORDED");
        var recorded = matched.<String>path("decisions[0].parts[3].paymentId");

        for (var booked : List.of(claim, draft, recorded)) {
            assertThat(reopen(line).<String>path("code")).isEqualTo("matched-payment-stands");
            desk.reverse(booked);
        }
        reopen(line).then().statusCode(201);

        assertThat(payment(byHand).getString("state")).isEqualTo("CONFIRMED");
        assertThat(desk.open(receivable)).isEqualTo(cny("600.00"));
    }

    @Test
    @Timeout(120)
    void matchesAPaymentToOneOfTwoLinesHoweverFastTwoCashiersAre() throws Exception {
        for (int round = 0; round < 5; round++) {
            var payment = round % 2 == 0 ? recorded("77.00") : desk.claim(customer, "77.00", CAME);
            var whole = List.of(part("paymentId", payment, cny("77.00")));
            var work = new ArrayList<Callable<Response>>();
            for (int hand = 0; hand < 2; hand++) {
                var line = desk.aLine("77.00", CAME, PAYER, "", "");
                work.add(() -> desk.match(line, whole));
            }

            var answers = new ArrayList<Response>();
            try (var hands = Executors.newFixedThreadPool(work.size())) {
                for (var answer : hands.invokeAll(work)) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 409)
                    .allSatisfy(
                            answer -> assertThat(answer.<String>path("code")).isEqualTo("payment-matched"));
        }
    }

    @Test
    void suggestsPaymentsOfOneCustomerThatCameAsOneAmount() {
        var claim = desk.claim(customer, "400.00", CAME);
        var byHand = recorded("600.00");
        desk.claim(customer, "70.00", CAME);
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");

        var suggestion = desk.suggestions(line).stream()
                .filter(one -> one.paymentIds().size() > 1)
                .findFirst()
                .orElseThrow();

        assertThat(suggestion.paymentIds()).containsExactlyInAnyOrder(claim.toString(), byHand.toString());
        assertThat(suggestion.kinds())
                .containsExactlyInAnyOrder("AMOUNT_EXACT", "PAYER_NAME_EXACT", "CLAIMED_BY", "RECORDED_BY", "DATE_GAP");
        var matched =
                desk.match(line, suggestion.parts()).then().statusCode(201).extract();
        assertThat(matched.<List<String>>path("decisions[0].parts.booked"))
                .containsExactlyInAnyOrder("CONFIRMED", "NOTHING");
    }

    /** Who recorded it by hand did not say on which account: the line that it is says so. */
    @Test
    void learnsFromItsLineOnWhichAccountAPaymentCame() {
        var abroad = new BankStatement(zhao, "ABC-2002");
        desk.imports("FLOW-1,2026-03-15,500.00," + PAYER + ",,");
        abroad.imports("FLOW-1,2026-03-15,500.00," + PAYER + ",,");
        var byHand = zhao.creates("/payments", cash("500.00", Map.of("reference", "FLOW-1")));
        var other = part("customerId", customer, cny("500.00"));
        desk.refused(abroad.line("FLOW-1"), 409, "line-booked-before", "/parts/0/customerId", other);

        desk.match(desk.line("FLOW-1"), List.of(part("paymentId", byHand, cny("500.00"))))
                .then()
                .statusCode(201);

        desk.match(abroad.line("FLOW-1"), List.of(other)).then().statusCode(201);
    }

    /** The bank's own number names the money as well as what somebody wrote by hand. */
    @Test
    void isFoundByTheNumberOfItsLineWhoeverRecordsItAgain() {
        desk.imports("FLOW-1,2026-03-15,1000.00," + PAYER + ",,");
        var line = desk.line("FLOW-1");
        desk.match(line, List.of(part("paymentId", recorded("1000.00"), cny("1000.00"))))
                .then()
                .statusCode(201);

        assertThat(byNumber("FLOW-1").<String>path("code")).isEqualTo("already-exists");

        reopen(line).then().statusCode(201);
        var anew = desk.match(line, List.of(part("customerId", customer, cny("1000.00"))))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("decisions[-1].parts[0].paymentId");
        assertThat(payment(UUID.fromString(anew)).getString("reference")).isEqualTo("FLOW-1");
        assertThat(byNumber("FLOW-1").<String>path("code")).isEqualTo("already-exists");
    }

    private Response byNumber(String reference) {
        return zhao.posts("/payments", cash("1000.00", Map.of("account", "ICBC-1001", "reference", reference)));
    }

    private Map<String, Object> cash(String amount, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("customerId", customer);
        body.put("receivedOn", CAME.toString());
        body.put("amount", json(cny(amount)));
        return body;
    }

    @Test
    void isNotMatchedToALineOfAnotherAccount() {
        var abroad = zhao.creates("/payments", cash("1000.00", Map.of("account", "ABC-2002")));
        var line = desk.aLine("1000.00", CAME, PAYER, "", "");

        desk.refused(
                line, 422, "payment-on-other-account", "/parts/0/paymentId", part("paymentId", abroad, cny("1000.00")));
        assertThat(desk.suggestions(line)).noneMatch(one -> one.paymentIds().contains(abroad.toString()));
        assertThat(payment(abroad).getString("statementLine")).isNull();
    }

    /** One file, as a cashier goes through it: accepted, split, refused, opened again; and the file once more changes nothing. */
    @Test
    void goesThroughAStatementAndChangesNothingWhenItComesAgain() {
        var acme = desk.customer("C-2", "Acme");
        var byHand = recorded("1000.00");
        var claim = desk.claim(acme, "30.00", CAME);
        String[] rows = {
            "W-1,2026-03-15,1000.00," + PAYER + ",,INV-2026-0117",
            "W-2,2026-03-15,50.00,Acme,,",
            "W-3,2026-03-15,5.00,银行,,利息",
            "W-4,2026-03-15,8.00,银行,,利息"
        };
        desk.imports(rows);

        desk.match(
                        desk.line("W-1"),
                        desk.suggestions(desk.line("W-1")).getFirst().parts())
                .then()
                .statusCode(201);
        desk.match(
                        desk.line("W-2"),
                        List.of(part("paymentId", claim, cny("30.00")), part("customerId", acme, cny("20.00"))))
                .then()
                .statusCode(201);
        refuse(desk.line("W-3")).then().statusCode(201);
        refuse(desk.line("W-4")).then().statusCode(201);
        reopen(desk.line("W-4")).then().statusCode(201);
        var lines = zhao.gets("/bank-statement-lines").asString();
        var first = zhao.gets("/bank-statement-lines/" + desk.line("W-1")).asString();
        var payments = zhao.gets("/payments").asString();

        assertThat(zhao.gets("/bank-statement-lines").<List<String>>path("items.sort { it.bankReference }.state"))
                .containsExactly("MATCHED", "MATCHED", "REFUSED", "UNMATCHED");
        assertThat(payment(byHand).getString("statementLine.bankReference")).isEqualTo("W-1");
        desk.imports(rows);

        assertThat(zhao.gets("/bank-statement-lines").asString()).isEqualTo(lines);
        assertThat(zhao.gets("/bank-statement-lines/" + desk.line("W-1")).asString())
                .isEqualTo(first);
        assertThat(zhao.gets("/payments").asString()).isEqualTo(payments);
    }

    private UUID recorded(String amount) {
        return Given.aPayment(zhao, customer, amount, CAME);
    }

    /** A draft in hand that matures on the day after the money came. */
    private UUID draft(String amount, LocalDate receivedOn) {
        return zhao.creates(
                "/payments",
                Map.of(
                        "customerId", customer,
                        "receivedOn", receivedOn.toString(),
                        "amount", json(cny(amount)),
                        "instrument", "BANK_ACCEPTANCE",
                        "maturesOn", CAME.plusDays(1).toString()));
    }

    private void step(UUID payment, String step) {
        zhao.posts("/payments/" + payment + "/" + step, Map.of("reason", "mistake"))
                .then()
                .statusCode(201);
    }

    private JsonPath payment(UUID id) {
        return zhao.gets("/payments/" + id).jsonPath();
    }

    private JsonPath lineOf(UUID id) {
        return zhao.gets("/bank-statement-lines/" + id).jsonPath();
    }

    private Response reopen(UUID line) {
        return zhao.posts("/bank-statement-lines/" + line + "/reopening", Map.of("reason", "mistake"));
    }

    private Response refuse(UUID line) {
        return zhao.posts("/bank-statement-lines/" + line + "/refusal", Map.of("reason", "interest"));
    }

    private void closeThrough(LocalDate day) {
        zhao.posts("/period-closings", Map.of("closedThrough", day.toString(), "reason", "reported"))
                .then()
                .statusCode(201);
    }

    private List<String> words(UUID line, String language) {
        return zhao.asks()
                .header("Accept-Language", language)
                .get("/bank-statement-lines/" + line + "/suggestions")
                .path("items[0].evidence.words");
    }
}
