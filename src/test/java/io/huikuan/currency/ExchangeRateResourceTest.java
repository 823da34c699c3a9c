package io.huikuan.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExchangeRateResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Inject
    ReportingRates rates;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Person finance;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
    }

    @Test
    void listsTheLatestFirst() {
        record("USD", "7.1", DAY);
        record("EUR", "8.25", DAY.plusDays(1));
        record("USD", "7.2", DAY.plusDays(2));

        assertThat(listed("")).extracting(ExchangeRateView::rate).containsExactly("7.2", "8.25", "7.1");
        assertThat(listed("?from=USD&to=CNY"))
                .extracting(ExchangeRateView::rate)
                .containsExactly("7.2", "7.1");
        assertThat(listed("?to=USD")).isEmpty();
        var first = finance.gets("/exchange-rates?limit=2");
        assertThat(listed("?limit=2&cursor=" + first.<String>path("nextCursor")))
                .extracting(ExchangeRateView::rate)
                .containsExactly("7.1");
    }

    @Test
    void usesTheLatestRateNotAfterTheDay() {
        record("USD", "7.1", DAY);
        record("USD", "7.2", DAY.plusDays(5));

        assertThat(used("USD", DAY)).isEqualTo(new BigDecimal("7.10000000"));
        assertThat(used("USD", DAY.plusDays(4))).isEqualTo(new BigDecimal("7.10000000"));
        assertThat(used("USD", DAY.plusDays(5))).isEqualTo(new BigDecimal("7.20000000"));
    }

    @Test
    void putsASlipRightByRecordingTheDayAgainAndKeepsWhatWasKnown() {
        var slip = Answers.as(ExchangeRateView.class, recording(Map.of("rate", "71")));
        record("USD", "7.1", DAY);

        assertThat(used("USD", DAY)).isEqualTo(new BigDecimal("7.10000000"));
        assertThat(scope.within(
                        organisation.id(),
                        () -> rates.of(organisation.id(), List.of("USD"), "CNY", DAY, slip.recordedAt())))
                .extractingByKey("USD")
                .extracting(ReportingRates.Used::rate)
                .isEqualTo(new BigDecimal("71.00000000"));
        assertThat(listed("")).hasSize(2);
    }

    @Test
    void namesCurrencyAndDateWhereARateIsMissing() {
        record("USD", "7.1", DAY);

        assertThatThrownBy(() -> used("USD", DAY.minusDays(1)))
                .isInstanceOf(ExchangeRateMissing.class)
                .hasMessage("exchange-rate-missing[USD, CNY, 2026-11-01]");
        // In the other direction, and through a third currency, there is none.
        assertThatThrownBy(() -> scope.within(
                        organisation.id(), () -> rates.of(organisation.id(), List.of("CNY"), "USD", DAY, null)))
                .isInstanceOf(ExchangeRateMissing.class);
    }

    @Test
    void showsEveryRateThatATotalUsed() {
        record("USD", "7.1", DAY);
        var amounts = List.of(Money.of("10.01", "USD"), Money.of("5.00", "CNY"), Money.of("0.99", "USD"));

        var total = Objects.requireNonNull(scope.within(
                organisation.id(), () -> rates.total(organisation.id(), amounts, "CNY", DAY.plusDays(9), null)));

        assertThat(total.total()).isEqualTo(Money.of("83.10", "CNY"));
        assertThat(total.parts())
                .containsExactly(
                        new ReportingTotal.Part(Money.of("5.00", "CNY"), Money.of("5.00", "CNY"), null),
                        new ReportingTotal.Part(
                                Money.of("11.00", "USD"),
                                Money.of("78.10", "CNY"),
                                new ReportingTotal.Rate("7.1", DAY, "central parity")));
    }

    @Test
    void recordsOncePerKey() {
        var body = body(Map.of());
        var first = finance.postsOnce("key-1", "/exchange-rates", body);
        var again = finance.postsOnce("key-1", "/exchange-rates", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(listed("")).hasSize(1);
        assertThat(recording(Map.of("id", first.path("id"))).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "rate,   0,          /rate,   must-be-positive",
        "rate,   -1,         /rate,   rate-malformed",
        "rate,   1e3,        /rate,   rate-malformed",
        "rate,   0.123456789,/rate,   rate-malformed",
        "rate,   100000000,  /rate,   must-be-less-than",
        "from,   XYZ,        /from,   currency-unknown",
        "from,   usd,        /from,   currency-unknown",
        "to,     USD,        /to,     same-currency",
        "source, '',         /source, required",
    })
    void refusesRatesThatMakeNoSense(String field, String value, String pointer, String code) {
        var refused = recording(Map.of(field, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
        assertThat(listed("")).isEmpty();
    }

    @Test
    void refusesARateOfTomorrow() {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

        assertThat(recording(Map.of("date", today.plusDays(1).toString())).<String>path("errors[0].code"))
                .isEqualTo("must-not-be-in-the-future");
        assertThat(recording(Map.of("date", today.toString())).statusCode()).isEqualTo(201);
    }

    private BigDecimal used(String currency, LocalDate day) {
        var used =
                scope.within(organisation.id(), () -> rates.of(organisation.id(), List.of(currency), "CNY", day, null));
        return Objects.requireNonNull(used.get(currency)).rate();
    }

    private void record(String from, String rate, LocalDate day) {
        recording(Map.of("from", from, "rate", rate, "date", day.toString()))
                .then()
                .statusCode(201);
    }

    private Response recording(Map<String, Object> more) {
        return finance.posts("/exchange-rates", body(more));
    }

    private static Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("from", "USD", "to", "CNY", "rate", "7.1", "date", DAY.toString(), "source", "central parity"));
        body.putAll(more);
        return body;
    }

    private List<ExchangeRateView> listed(String query) {
        return Answers.items(ExchangeRateView.class, finance.gets("/exchange-rates" + query));
    }
}
