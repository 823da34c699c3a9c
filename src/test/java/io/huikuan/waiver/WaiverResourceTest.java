package io.huikuan.waiver;

import static io.huikuan.testing.Adjusting.created;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.adjustment.AdjustmentState;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.SourceKind;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 1,000 at 10 % for ten nights, and a fee for each five: 2.74 and 100.00. */
@QuarkusTest
class WaiverResourceTest {
    private Adjusting books;
    private UUID receivable;

    @BeforeEach
    void owe() {
        books = new Adjusting("/interest-waivers");
        books.finance
                .posts(
                        "/interest-terms",
                        Map.of(
                                "validFrom",
                                books.today.minusDays(400).toString(),
                                "annualPercent",
                                "10",
                                "fee",
                                Map.of("amount", json(cny("50.00")), "everyDays", 5),
                                "reason",
                                "General terms"))
                .then()
                .statusCode(201);
        receivable = books.owing("A-1", "1000.00");
    }

    @Test
    void givesUpAPartOfWhatIsDueAndLeavesThePrincipalAsItIs() {
        var waiver = created(waives("INTEREST", "2.00"));

        assertThat(waiver.state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(waiver.allocations())
                .extracting(AllocationView::kind, AllocationView::component, AllocationView::amount)
                .containsExactly(tuple(SourceKind.WAIVER, DebtComponent.INTEREST, cny("2.00")));
        assertThat(interest("interest.waived")).isEqualTo("2.00");
        assertThat(interest("interest.due")).isEqualTo("0.74");
        assertThat(interest("fees.due")).isEqualTo("100.00");
        assertThat(books.open(receivable)).isEqualTo(cny("1000.00"));
    }

    @Test
    void givesUpAllThatIsDueOfAPaidReceivable() {
        Given.aPayment(books.finance, books.customer, "1000.00", books.today);

        created(waives("FEE", null));
        created(waives("INTEREST", null));

        assertThat(interest("due")).isEqualTo("0.00");
        assertThat(interest("fees.waived")).isEqualTo("100.00");
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
    }

    @Test
    void givesUpNoMoreThanIsDue() {
        var tooMuch = waives("INTEREST", "2.75");

        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.<String>path("code")).isEqualTo("waiver-exceeds-due");
        created(waives("INTEREST", "2.74"));
        assertThat(waives("INTEREST", null).<String>path("code")).isEqualTo("waiver-exceeds-due");
        assertThat(books.listed("")).hasSize(1);
    }

    @Test
    void isGivenByAManagerOfTheOwnerOnlyAndNoMoreThanIsDue() {
        var east = books.organisation.team("East", null);
        var west = books.organisation.team("West", null);
        var sun = east.salesperson("sun");
        receivable =
                Given.aReceivable(books.finance, Given.aCustomerOf(sun), "E-1", "1000.00", books.today.minusDays(10));
        var within = Map.of("component", "INTEREST", "reason", "A good customer", "amount", json(cny("2.00")));
        var beyond = Map.of("component", "INTEREST", "reason", "A good customer", "amount", json(cny("2.75")));

        var tooMuch = east.manager().posts(place(), beyond);
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.<String>path("code")).isEqualTo("waiver-exceeds-due");
        assertThat(west.manager().posts(place(), within).statusCode()).isEqualTo(404);
        assertThat(sun.posts(place(), within).statusCode()).isEqualTo(403);
        assertThat(books.finance.gets("/interest-waivers").<List<?>>path("items"))
                .isEmpty();

        var waiver = created(east.manager().posts(place(), within));

        assertThat(waiver.state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(waiver.decidedBy()).isEqualTo(east.manager().id());
        assertThat(sun.gets(place().replace("-waivers", "")).<String>path("interest.due.amount"))
                .isEqualTo("0.74");
    }

    @Test
    void isTakenBack() {
        var waiver = created(waives("FEE", "60.00"));

        var reversed = created(books.reverses(waiver.id(), Map.of("reason", "Broke the promise")));

        assertThat(reversed.state()).isEqualTo(AdjustmentState.REVERSED);
        assertThat(interest("fees.due")).isEqualTo("100.00");
        assertThat(books.reverses(waiver.id(), Map.of("reason", "again")).<String>path("code"))
                .isEqualTo("adjustment-not-approved");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(waives("INTEREST", "0.00").<String>path("errors[0].code")).isEqualTo("must-be-positive");
        assertThat(waives("INTEREST", "-1.00").<String>path("errors[0].code")).isEqualTo("must-be-positive");
        var dollars = Map.of("component", "FEE", "reason", "x", "amount", json(Money.of("1.00", "USD")));
        assertThat(books.finance.posts(place(), dollars).<String>path("errors[0].code"))
                .isEqualTo("currency-differs");
        for (var tooFine : List.of("1.001", "1.00001")) {
            var body =
                    Map.of("component", "FEE", "reason", "x", "amount", Map.of("amount", tooFine, "currency", "CNY"));
            assertThat(books.finance.posts(place(), body).<String>path("errors[0].code"))
                    .isEqualTo("amount-unrepresentable");
        }
        assertThat(waives("PRINCIPAL", "1.00").statusCode()).isEqualTo(400);
        assertThat(books.listed("")).isEmpty();
    }

    @Test
    void countsFromNoDayOnWhichTheBooksAreClosedAndIsTakenBackFromNone() {
        var waiver = created(waives("FEE", "60.00"));
        books.closes(books.today);

        var another = waives("FEE", "1.00");
        var reversal = books.reverses(
                waiver.id(), Map.of("reason", "Broke the promise", "effectiveOn", books.today.toString()));

        for (var refused : List.of(another, reversal)) {
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
            assertThat(refused.<String>path("code")).isEqualTo("period-closed");
        }
        assertThat(books.listed("")).containsExactly(waiver.id());
        assertThat(interest("fees.waived")).isEqualTo("60.00");
    }

    @Test
    void isTakenBackNeitherFromADayToComeNorFromBeforeItCounted() {
        var waiver = created(waives("FEE", "60.00"));

        var toCome = books.reverses(
                waiver.id(),
                Map.of("reason", "x", "effectiveOn", books.today.plusDays(1).toString()));
        var before = books.reverses(
                waiver.id(),
                Map.of("reason", "x", "effectiveOn", books.today.minusDays(1).toString()));

        assertThat(toCome.<String>path("errors[0].code")).isEqualTo("must-not-be-in-the-future");
        assertThat(before.<String>path("errors[0].code")).isEqualTo("must-not-be-before");
        assertThat(books.one(waiver.id()).state()).isEqualTo(AdjustmentState.APPROVED);
        assertThat(interest("fees.waived")).isEqualTo("60.00");
    }

    private Response waives(String component, @Nullable String amount) {
        var body = new HashMap<String, Object>(Map.of("component", component, "reason", "Paid as soon as asked"));
        if (amount != null) {
            body.put("amount", json(cny(amount)));
        }
        return books.finance.posts(place(), body);
    }

    private String place() {
        return "/receivables/" + receivable + "/interest-waivers";
    }

    private String interest(String path) {
        return books.owner.gets("/receivables/" + receivable + "/interest").path(path + ".amount");
    }
}
