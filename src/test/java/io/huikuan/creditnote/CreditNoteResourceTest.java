package io.huikuan.creditnote;

import static io.huikuan.testing.Adjusting.created;
import static io.huikuan.testing.Adjusting.share;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.adjustment.AdjustmentState;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.SourceKind;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreditNoteResourceTest {
    private Adjusting books;

    @BeforeEach
    void open() {
        books = new Adjusting("/credit-notes");
    }

    @Test
    void changesNothingBeforeASecondPersonHasApprovedIt() {
        var receivable = books.owing("A-1", "100.00");

        var asked = books.asked(credit("60.00", share(receivable, "40.00")));

        assertThat(asked.state()).isEqualTo(AdjustmentState.PROPOSED);
        assertThat(asked.unapplied()).isEqualTo(cny("0.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));

        var approved = created(books.approves(asked.id()));

        assertThat(approved.state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo(books.approver.id());
        assertThat(approved.unapplied()).isEqualTo(cny("20.00"));
        assertThat(approved.allocations())
                .extracting(AllocationView::kind, AllocationView::amount, AllocationView::effectiveOn)
                .containsExactly(tuple(SourceKind.CREDIT_NOTE, cny("40.00"), books.today));
        assertThat(books.open(receivable)).isEqualTo(cny("60.00"));
    }

    @Test
    void isNotDecidedByWhoAskedForIt() {
        var asked = books.asked(credit("60.00"));

        var own = books.finance.posts("/credit-notes/" + asked.id() + "/approval", Map.of());

        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.<String>path("code")).isEqualTo("approver-is-proposer");
        var refusal = books.finance.posts("/credit-notes/" + asked.id() + "/refusal", Map.of("reason", "x"));
        assertThat(refusal.<String>path("code")).isEqualTo("approver-is-proposer");
        assertThat(books.one(asked.id()).state()).isEqualTo(AdjustmentState.PROPOSED);
    }

    @Test
    void isDecidedOnce() {
        var refused = books.asked(credit("60.00"));
        created(books.approver.posts(
                "/credit-notes/" + refused.id() + "/refusal", Map.of("reason", "Never sent back")));

        assertThat(books.approves(refused.id()).<String>path("code")).isEqualTo("adjustment-not-proposed");
        assertThat(books.one(refused.id()).state()).isEqualTo(AdjustmentState.REFUSED);
        assertThat(books.one(refused.id()).decisionNote()).isEqualTo("Never sent back");
        assertThat(books.reverses(refused.id(), Map.of("reason", "x")).<String>path("code"))
                .isEqualTo("adjustment-not-approved");
        assertThat(allocates(refused.id(), Map.of()).<String>path("code")).isEqualTo("adjustment-not-approved");
    }

    @Test
    void doesNothingAtAllWhereLessIsOpenByNowThanItAsksFor() {
        var one = books.owing("A-1", "100.00");
        var other = books.owing("A-2", "100.00");
        var asked = books.asked(credit("150.00", share(other, "50.00"), share(one, "100.00")));
        books.pays("30.00", Map.of("allocations", List.of(share(one, "30.00"))))
                .then()
                .statusCode(201);

        var late = books.approves(asked.id());

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.<String>path("code")).isEqualTo("adjustment-exceeds-open-amount");
        assertThat(late.<String>path("detail")).contains("A-1");
        assertThat(late.<String>path("errors[0].pointer")).isEqualTo("/allocations/1/amount");
        assertThat(books.one(asked.id()).state()).isEqualTo(AdjustmentState.PROPOSED);
        assertThat(books.open(other)).isEqualTo(cny("100.00"));
    }

    @Test
    void isAllocatedLaterAsAPaymentIs() {
        var credit = books.approved(credit("100.00"));
        var receivable = books.owing("A-1", "70.00");

        var told = created(allocates(credit.id(), Map.of("allocations", List.of(share(receivable, "10.00")))));
        var rest = created(allocates(credit.id(), Map.of()));

        assertThat(told.unapplied()).isEqualTo(cny("90.00"));
        assertThat(rest.unapplied()).isEqualTo(cny("30.00"));
        assertThat(books.receivable(receivable).status()).isEqualTo(ReceivableView.Status.PAID);
        var tooMuch = allocates(credit.id(), Map.of("allocations", List.of(share(receivable, "1.00"))));
        assertThat(tooMuch.<String>path("code")).isEqualTo("share-exceeds-open-amount");
    }

    @Test
    void isTakenBackByCounterEntries() {
        var receivable = books.owing("A-1", "100.00");
        var credit = books.approved(credit("120.00", share(receivable, "100.00")));
        assertThat(books.receivable(receivable).nextLookOn()).isNull();

        var early = books.reverses(
                credit.id(),
                Map.of("reason", "x", "effectiveOn", books.today.minusDays(1).toString()));
        assertThat(early.<String>path("errors[0].code")).isEqualTo("must-not-be-before");
        var reversed = created(books.reverses(credit.id(), Map.of("reason", "Sent by mistake")));

        assertThat(reversed.state()).isEqualTo(AdjustmentState.REVERSED);
        assertThat(reversed.unapplied()).isEqualTo(cny("0.00"));
        assertThat(reversed.allocations())
                .extracting(AllocationView::amount, AllocationView::reason)
                .containsExactly(tuple(cny("100.00"), "AS_DESIGNATED"), tuple(cny("-100.00"), "REVERSAL"));
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));
        assertThat(books.receivable(receivable).nextLookOn()).isEqualTo(books.today);
        assertThat(books.reverses(credit.id(), Map.of("reason", "again")).<String>path("code"))
                .isEqualTo("adjustment-not-approved");
    }

    @Test
    void isKnownByItsNumberUntilItIsRefused() {
        var numbered = new HashMap<>(credit("60.00"));
        numbered.put("number", "RED-1");
        var first = books.asked(numbered);

        var again = books.asks(numbered);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("errors[0].pointer")).isEqualTo("/number");
        books.approver
                .posts("/credit-notes/" + first.id() + "/refusal", Map.of("reason", "x"))
                .then()
                .statusCode(201);
        assertThat(books.asks(numbered).statusCode()).isEqualTo(201);
        assertThat(books.listed("?state=PROPOSED")).hasSize(1).doesNotContain(first.id());
        assertThat(books.listed("?customerId=" + books.customer)).hasSize(2);
    }

    @Test
    void refusesWhatMakesNoSenseAndKeepsNothingOfIt() {
        var receivable = books.owing("A-1", "100.00");
        var theirs = Given.aReceivable(books.finance, Given.aCustomerOf(books.owner), "B-1", "100.00", books.today);

        assertFault(books.asks(credit("0.00")), "/amount/amount", "must-be-positive");
        assertFault(books.asks(credit("-1.00")), "/amount/amount", "must-be-positive");
        assertFault(
                books.asks(Map.of("amount", Map.of("amount", "1.00001", "currency", "CNY"))),
                "/amount/amount",
                "amount-unrepresentable");
        assertFault(
                books.asks(Map.of("amount", Map.of("amount", "1.001", "currency", "CNY"))),
                "/amount/amount",
                "amount-unrepresentable");
        assertFault(
                books.asks(credit("10.00", share(receivable, Money.of("1.00", "USD")))),
                "/allocations/0/amount/currency",
                "currency-differs");
        assertFault(
                books.asks(Map.of(
                        "amount",
                        json(Money.of("10.00", "USD")),
                        "allocations",
                        List.of(share(receivable, Money.of("1.00", "USD"))))),
                "/allocations/0/amount/currency",
                "currency-differs");
        assertFault(
                books.asks(credit("10.00", share(receivable, "0.00"))),
                "/allocations/0/amount/amount",
                "must-be-positive");
        assertFault(
                books.asks(credit("10.00", share(theirs, "1.00"))),
                "/allocations/0/receivableId",
                "receivable-unknown");
        assertFault(
                books.asks(credit("10.00", share(receivable, "1.00"), share(receivable, "1.00"))),
                "/allocations/1/receivableId",
                "given-twice");
        assertFault(
                books.asks(credit("10.00", share(receivable, "10.01"))), "/allocations/0/amount", "exceeds-adjustment");
        assertFault(
                books.asks(on(books.today.plusDays(1).toString(), receivable)),
                "/effectiveOn",
                "must-not-be-in-the-future");
        assertFault(books.asks(on("1900-01-01", receivable)), "/effectiveOn", "date-implausible");
        assertFault(books.asks(on(books.today.minusDays(41).toString(), receivable)), "/effectiveOn", "before-issue");
        var tooMuch = books.asks(credit("200.00", share(receivable, "100.01")));
        assertThat(tooMuch.<String>path("code")).isEqualTo("adjustment-exceeds-open-amount");
        assertThat(books.asks(Map.of("customerId", UUID.randomUUID(), "amount", json(cny("1.00"))))
                        .statusCode())
                .isEqualTo(404);
        assertThat(books.listed("")).isEmpty();
    }

    @Test
    void countsFromNoDayOnWhichTheBooksAreClosed() {
        var receivable = books.owing("A-1", "100.00");
        var asked = books.asked(on(books.today.minusDays(2).toString(), receivable));
        books.closes(books.today.minusDays(1));

        assertThat(books.asks(on(books.today.minusDays(1).toString(), receivable))
                        .<String>path("code"))
                .isEqualTo("period-closed");
        assertThat(books.approves(asked.id()).<String>path("code")).isEqualTo("period-closed");
        assertThat(books.one(asked.id()).state()).isEqualTo(AdjustmentState.PROPOSED);
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));
    }

    @Test
    void repeatsTheAnswerOfARetriedApproval() {
        var receivable = books.owing("A-1", "100.00");
        var asked = books.asked(credit("60.00", share(receivable, "60.00")));
        var path = "/credit-notes/" + asked.id() + "/approval";

        var first = books.approver.postsOnce("k-1", path, Map.of());
        var retry = books.approver.postsOnce("k-1", path, Map.of());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(books.open(receivable)).isEqualTo(cny("40.00"));
    }

    private Response allocates(UUID id, Map<String, Object> body) {
        return books.finance.posts("/credit-notes/" + id + "/allocations", body);
    }

    private static Map<String, Object> credit(String amount, Map<?, ?>... shares) {
        return Map.of("amount", json(cny(amount)), "allocations", List.of(shares));
    }

    private static Map<String, Object> on(String day, UUID receivable) {
        return Map.of(
                "amount", json(cny("10.00")), "effectiveOn", day, "allocations", List.of(share(receivable, "1.00")));
    }

    private static void assertFault(Response response, String pointer, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(response.<String>path("errors[0].code")).isEqualTo(code);
    }
}
