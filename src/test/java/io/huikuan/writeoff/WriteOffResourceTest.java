package io.huikuan.writeoff;

import static io.huikuan.testing.Adjusting.created;
import static io.huikuan.testing.Adjusting.share;
import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.adjustment.AdjustmentState;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.SourceKind;
import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WriteOffResourceTest {
    private Adjusting books;

    @BeforeEach
    void open() {
        books = new Adjusting("/write-offs");
    }

    @Test
    void closesWhatNobodyExpectsAnyMoreOnceASecondPersonAgrees() {
        var one = books.owing("A-1", "100.00");
        var other = books.owing("A-2", "50.00");

        var asked = books.asked(of(share(one, "100.00"), share(other, "20.00")));
        assertThat(asked.amount()).isEqualTo(cny("120.00"));
        assertThat(books.open(one)).isEqualTo(cny("100.00"));
        var approved = created(books.approver.posts(
                "/write-offs/" + asked.id() + "/approval", Map.of("note", "Seen the court's notice")));

        assertThat(approved.unapplied()).isEqualTo(cny("0.00"));
        assertThat(approved.decisionNote()).isEqualTo("Seen the court's notice");
        assertThat(approved.allocations())
                .extracting(AllocationView::receivableNumber, AllocationView::kind, AllocationView::amount)
                .containsExactly(
                        tuple("A-1", SourceKind.WRITE_OFF, cny("100.00")),
                        tuple("A-2", SourceKind.WRITE_OFF, cny("20.00")));
        assertThat(books.open(one)).isEqualTo(cny("0.00"));
        assertThat(books.receivable(one).nextLookOn()).isNull();
        assertThat(books.open(other)).isEqualTo(cny("30.00"));
    }

    @Test
    void isApprovedByAnAdminAsWellButNotByWhoAskedForIt() {
        var receivable = books.owing("A-1", "100.00");
        var asked = books.asked(of(share(receivable, "100.00")));

        assertThat(books.finance
                        .posts("/write-offs/" + asked.id() + "/approval", Map.of())
                        .<String>path("code"))
                .isEqualTo("approver-is-proposer");
        assertThat(books.owner
                        .posts("/write-offs/" + asked.id() + "/approval", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(books.organisation
                        .admin()
                        .posts("/write-offs/" + asked.id() + "/approval", Map.of())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void opensAgainWhatItClosedWhenItIsReversed() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));

        var reversed = created(books.reverses(writeOff.id(), Map.of("reason", "The liquidator pays")));

        assertThat(reversed.state()).isEqualTo(AdjustmentState.REVERSED);
        assertThat(reversed.reversedBecause()).isEqualTo("The liquidator pays");
        assertThat(reversed.reversedOn()).isEqualTo(books.today);
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));
    }

    @Test
    void isTakenBackAsFarAsMoneyComesForItAfterAll() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "70.00")));

        var payment = books.pays("50.00", Map.of("allocations", List.of(share(receivable, "50.00"))));

        assertThat(payment.statusCode()).as(payment.asString()).isEqualTo(201);
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        var after = books.one(writeOff.id());
        assertThat(after.state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(after.allocations())
                .extracting(AllocationView::amount, AllocationView::reason)
                .containsExactlyInAnyOrder(
                        tuple(cny("70.00"), "AS_DESIGNATED"),
                        tuple(cny("-70.00"), "LATE_RECEIPT"),
                        tuple(cny("50.00"), "AS_DESIGNATED"));
    }

    @Test
    void isTakenBackWholeByMoneyForAllOfIt() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));

        books.pays("100.00", Map.of("allocations", List.of(share(receivable, "100.00"))))
                .then()
                .statusCode(201);

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(books.one(writeOff.id()).allocations())
                .extracting(AllocationView::amount)
                .containsExactlyInAnyOrder(cny("100.00"), cny("-100.00"));
        created(books.reverses(writeOff.id(), Map.of("reason", "All of it was paid")));
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void countsAgainAsFarAsTheMoneyIsGoneThatCameForIt() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "70.00")));
        var usual = paid(receivable, "30.00");
        var late = paid(receivable, "20.00");
        var later = paid(receivable, "50.00");
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("0.00"));

        var etag = books.finance.gets("/write-offs/" + writeOff.id()).header("ETag");
        reverse(late);
        var anew = books.finance.asks().header("If-None-Match", etag).get("/write-offs/" + writeOff.id());
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("20.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        reverse(usual);
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("20.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("30.00"));
        reverse(later);
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("70.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("30.00"));

        // What is written off again may be paid late again.
        paid(receivable, "100.00");
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("0.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        books.requireSound();
    }

    @Test
    void countsAgainWhereTheMoneyWasNotMeantForItAfterAll() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));
        var late = paid(receivable, "60.00");

        var freed = books.finance.posts("/payments/" + late + "/deallocation", Map.of("reason", "Meant for another"));

        assertThat(freed.statusCode()).as(freed.asString()).isEqualTo(201);
        assertThat(freed.<String>path("unapplied.amount")).isEqualTo("60.00");
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("100.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        books.requireSound();
    }

    @Test
    void countsAgainWhenThePaperIsReversedThatHadBecomeCash() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));
        var draft = books.pays(
                        "60.00",
                        Map.of(
                                "allocations", List.of(share(receivable, "60.00")),
                                "instrument", "BANK_ACCEPTANCE",
                                "maturesOn", books.today.toString()))
                .<String>path("id");
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("40.00"));

        books.finance
                .posts("/payments/" + draft + "/clearance", Map.of())
                .then()
                .statusCode(201);
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("40.00"));
        reverse(draft);

        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("100.00"));
        books.requireSound();
    }

    @Test
    void countsNoMoreOnceItWasReversedWhateverBecomesOfTheMoney() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));
        var late = paid(receivable, "60.00");
        created(books.reverses(writeOff.id(), Map.of("reason", "The liquidator pays")));

        reverse(late);

        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("0.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));
        books.requireSound();
    }

    @Test
    void isNotReversedFromADayBeforeMoneyCameForIt() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(Map.of(
                "allocations",
                List.of(share(receivable, "100.00")),
                "effectiveOn",
                books.today.minusDays(5).toString()));
        paid(receivable, "30.00");

        var early = books.reverses(
                writeOff.id(),
                Map.of("reason", "x", "effectiveOn", books.today.minusDays(1).toString()));

        assertThat(early.<String>path("errors[0].code")).isEqualTo("before-last-step");
        assertThat(writtenOff(writeOff.id())).isEqualTo(cny("70.00"));
        created(books.reverses(writeOff.id(), Map.of("reason", "x", "effectiveOn", books.today.toString())));
        assertThat(books.open(receivable)).isEqualTo(cny("70.00"));
        books.requireSound();
    }

    @Test
    void staysWhereMoneyIsNotMeantForIt() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));

        var payment = books.pays("50.00", Map.of());
        var tooMuch = books.pays("101.00", Map.of("allocations", List.of(share(receivable, "100.01"))));

        assertThat(payment.<String>path("unapplied.amount")).isEqualTo("50.00");
        assertThat(tooMuch.<String>path("code")).isEqualTo("share-exceeds-open-amount");
        assertThat(books.one(writeOff.id()).allocations()).hasSize(1);
    }

    @Test
    void isNoCreditNote() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.asked(of(share(receivable, "100.00")));

        assertThat(books.owner.gets("/credit-notes/" + writeOff.id()).statusCode())
                .isEqualTo(404);
        assertThat(books.approver
                        .posts("/credit-notes/" + writeOff.id() + "/approval", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(books.owner.gets("/credit-notes").<List<?>>path("items")).isEmpty();
        assertThat(books.listed("")).containsExactly(writeOff.id());
    }

    @Test
    void refusesWhatMakesNoSenseAndKeepsNothingOfIt() {
        var receivable = books.owing("A-1", "100.00");

        assertThat(books.asks(of()).<String>path("errors[0].code")).isEqualTo("required");
        assertThat(books.asks(of(share(receivable, "0.00"))).<String>path("errors[0].code"))
                .isEqualTo("must-be-positive");
        assertThat(books.asks(of(share(receivable, "1.00"), share(receivable, Money.of("1.00", "USD"))))
                        .<String>path("errors[0].code"))
                .isEqualTo("currency-differs");
        assertThat(books.asks(of(share(receivable, "100.01"))).<String>path("code"))
                .isEqualTo("adjustment-exceeds-open-amount");
        assertThat(books.asks(of(share(receivable, "-1.00"))).<String>path("errors[0].code"))
                .isEqualTo("must-be-positive");
        for (var tooFine : List.of("1.001", "1.00001")) {
            var share = Map.of("receivableId", receivable, "amount", Map.of("amount", tooFine, "currency", "CNY"));
            assertThat(books.asks(of(share)).<String>path("errors[0].code")).isEqualTo("amount-unrepresentable");
        }
        assertThat(books.asks(from(books.today.plusDays(1), receivable)).<String>path("errors[0].code"))
                .isEqualTo("must-not-be-in-the-future");
        assertThat(books.listed("")).isEmpty();
        assertThat(books.open(receivable)).isEqualTo(cny("100.00"));
    }

    @Test
    void countsFromNoDayOnWhichTheBooksAreClosedAndIsTakenBackFromNone() {
        var receivable = books.owing("A-1", "100.00");
        var closedThrough = books.today.minusDays(1);
        var asked = books.asked(from(closedThrough, receivable));
        var approved = books.approved(from(closedThrough, receivable));
        books.closes(closedThrough);

        assertThat(books.asks(from(closedThrough, receivable)).<String>path("code"))
                .isEqualTo("period-closed");
        assertThat(books.approves(asked.id()).<String>path("code")).isEqualTo("period-closed");
        assertThat(books.reverses(approved.id(), Map.of("reason", "late", "effectiveOn", closedThrough.toString()))
                        .<String>path("code"))
                .isEqualTo("period-closed");

        assertThat(books.one(asked.id()).state()).isEqualTo(AdjustmentState.PROPOSED);
        assertThat(books.one(approved.id()).state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(books.listed("")).hasSize(2);
        assertThat(books.open(receivable)).isEqualTo(cny("90.00"));
    }

    @Test
    void isNotTakenBackFromADayToCome() {
        var receivable = books.owing("A-1", "100.00");
        var writeOff = books.approved(of(share(receivable, "100.00")));

        for (var day : List.of(books.today.plusDays(1), books.today.minusDays(1))) {
            var refused = books.reverses(writeOff.id(), Map.of("reason", "x", "effectiveOn", day.toString()));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/effectiveOn");
            assertThat(refused.<String>path("errors[0].code"))
                    .isEqualTo(day.isAfter(books.today) ? "must-not-be-in-the-future" : "must-not-be-before");
        }

        assertThat(books.one(writeOff.id()).state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
    }

    private String paid(UUID receivable, String amount) {
        var payment = books.pays(amount, Map.of("allocations", List.of(share(receivable, amount))));
        assertThat(payment.statusCode()).as(payment.asString()).isEqualTo(201);
        return payment.path("id");
    }

    private void reverse(String payment) {
        books.finance
                .posts("/payments/" + payment + "/reversal", Map.of("reason", "Sent back"))
                .then()
                .statusCode(201);
    }

    private Money writtenOff(UUID id) {
        return Objects.requireNonNull(books.one(id).allocations()).stream()
                .map(AllocationView::amount)
                .reduce(cny("0.00"), Money::plus);
    }

    private static Map<String, Object> from(LocalDate day, UUID receivable) {
        return Map.of("effectiveOn", day.toString(), "allocations", List.of(share(receivable, "10.00")));
    }

    private static Map<String, Object> of(Map<?, ?>... shares) {
        return Map.of("allocations", List.of(shares));
    }
}
