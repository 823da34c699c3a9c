package io.huikuan.discount;

import static io.huikuan.discount.Offers.amount;
import static io.huikuan.discount.Offers.percent;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.huikuan.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who offers what, and what nobody may offer. */
@QuarkusTest
class DiscountOfferResourceTest {
    private Adjusting books;
    private Offers offers;
    private UUID receivable;

    @BeforeEach
    void owe() {
        books = new Adjusting("/discounts");
        offers = new Offers(books);
        receivable = books.owing("A-1", "1000.00");
    }

    @Test
    void fixesTheAmountOnceRoundedHalfUp() {
        var odd = books.owing("A-2", "100.10");

        var offered = offers.offers(odd, percent("2.5"), books.today);
        books.pays("50.00", Map.of("allocations", List.of(Adjusting.share(odd, "50.00"))));

        assertThat(offered.statusCode()).isEqualTo(201);
        assertThat(offered.<String>path("amount.amount")).isEqualTo("2.50");
        assertThat(offers.of(odd).getString("items[0].amount.amount")).isEqualTo("2.50");
        assertThat(offers.of(odd).getString("items[0].percent")).isEqualTo("2.5");
        assertThat(offers.offers(receivable, percent("0.0005"), books.today).<String>path("amount.amount"))
                .isEqualTo("0.01");
    }

    @Test
    void standsAloneUntilItIsWithdrawn() {
        var first = offers.offered(receivable, amount(cny("20.00")), books.today.plusDays(3));

        var second = offers.offers(receivable, amount(cny("30.00")), books.today.plusDays(3));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("code")).isEqualTo("discount-offer-standing");
        assertThat(offers.of(receivable).getList("items.id")).containsExactly(first.toString());

        offers.withdraws(first).then().statusCode(201);
        offers.offered(receivable, amount(cny("30.00")), books.today.plusDays(3));
        assertThat(offers.of(receivable).getList("items.state")).containsExactly("OFFERED", "WITHDRAWN");
        assertThat(offers.of(receivable).getString("items[1].withdrawnBecause")).isEqualTo("Not meant for them");
    }

    @Test
    void givesItsPlaceUpOnceItHasExpired() throws SQLException {
        var first = offers.offered(receivable, amount(cny("20.00")), books.today);
        expire(first);
        assertThat(offers.state(receivable)).isEqualTo("EXPIRED");

        offers.offered(receivable, amount(cny("30.00")), books.today);

        assertThat(offers.of(receivable).getList("items.state")).containsExactly("OFFERED", "WITHDRAWN");
        assertThat(offers.of(receivable).getString("items[1].withdrawnBecause")).isEqualTo(Offers.REASON);
    }

    @Test
    void isWithdrawnOnlyOnceAndNotWhenItWasTaken() {
        var withdrawn = offers.offered(receivable, amount(cny("20.00")), books.today);
        offers.withdraws(withdrawn).then().statusCode(201);
        var taken = offers.offered(receivable, amount(cny("20.00")), books.today);
        books.pays("980.00", Map.of()).then().statusCode(201);

        assertThat(offers.withdraws(withdrawn).<String>path("code")).isEqualTo("discount-offer-not-standing");
        assertThat(offers.withdraws(taken).statusCode()).isEqualTo(409);
        assertThat(offers.withdraws(taken).<String>path("code")).isEqualTo("discount-offer-not-standing");
        assertThat(offers.of(receivable).getList("items.state")).containsExactly("TAKEN", "WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({
        "0, must-be-positive",
        "100, must-be-less-than",
        "250.5, must-be-less-than",
        "-2, percent-malformed",
        "2%, percent-malformed",
        "1.1234567, percent-malformed",
        "0.0001, rounds-to-nothing"
    })
    void refusesAPercentageThatMakesNoSense(String percent, String code) {
        refused(offers.offers(receivable, percent(percent), books.today), 400, "/percent", code);
    }

    @Test
    void refusesAnAmountThatMakesNoSense() {
        refused(offers.offers(receivable, amount(cny("0.00")), books.today), 400, "/amount/amount", "must-be-positive");
        refused(
                offers.offers(receivable, amount(cny("-1.00")), books.today),
                400,
                "/amount/amount",
                "must-be-positive");
        var dollars = offers.offers(receivable, amount(Money.of("20.00", "USD")), books.today);
        refused(dollars, 400, "/amount/currency", "currency-differs");
        var tooFine = Map.of("amount", Map.of("amount", "1.00001", "currency", "CNY"));
        assertThat(offers.offers(receivable, tooFine, books.today).<String>path("errors[0].code"))
                .isEqualTo("amount-unrepresentable");
        assertThat(offers.of(receivable).getList("items")).isEmpty();
    }

    @Test
    void refusesToLeaveNothingToPay() {
        var all = offers.offers(receivable, amount(cny("1000.00")), books.today);
        refused(all, 422, "/amount/amount", "must-be-less-than");
        assertThat(all.<String>path("code")).isEqualTo("discount-not-below-open-amount");
        books.pays("1000.00", Map.of()).then().statusCode(201);
        var paid = offers.offers(receivable, percent("2"), books.today);
        refused(paid, 422, "/percent", "must-be-less-than");
        assertThat(paid.<String>path("code")).isEqualTo("discount-not-below-open-amount");
    }

    @Test
    void refusesToSayHowMuchTwiceOrNotAtAll() {
        var both = Map.of("percent", "2", "amount", json(cny("20.00")));

        refused(offers.offers(receivable, both, books.today), 400, "/percent", "percent-or-amount");
        refused(offers.offers(receivable, Map.of(), books.today), 400, "/percent", "percent-or-amount");
    }

    @Test
    void refusesADayThatHasPassedAndASilentOffer() {
        var yesterday = books.today.minusDays(1);

        refused(offers.offers(receivable, percent("2"), yesterday), 400, "/validThrough", "must-not-be-before");
        var silent = Map.of("percent", "2", "validThrough", books.today.toString(), "reason", " ");
        refused(books.finance.posts(Offers.place(receivable), silent), 400, "/reason", "required");
    }

    @Test
    void knowsOnlyWhatIsThere() {
        assertThat(offers.offers(UUID.randomUUID(), percent("2"), books.today).statusCode())
                .isEqualTo(404);
        assertThat(offers.withdraws(UUID.randomUUID()).statusCode()).isEqualTo(404);
        var stranger = Given.anOrganisation().finance();
        assertThat(stranger.gets(Offers.place(receivable)).statusCode()).isEqualTo(404);
    }

    private void refused(Response response, int status, String pointer, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(response.<String>path("errors[0].code")).isEqualTo(code);
        assertThat(offers.of(receivable).getList("items")).isEmpty();
        offers.areSound();
    }

    private static void expire(UUID offer) throws SQLException {
        try (var database = TestDatabase.superuser();
                var update = database.prepareStatement(
                        "update discount_offer set valid_through = valid_through - 3 where id = ?")) {
            update.setObject(1, offer);
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
