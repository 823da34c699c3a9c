package io.huikuan.currency;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals in one currency, wherever one can ask for that. */
@QuarkusTest
class ReportingCurrencyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        var organisation = Given.anOrganisation();
        finance = organisation.finance();
        customer = Given.aCustomerOf(organisation.salesperson("wang"));
        Given.aReceivable(finance, customer, "A-1", cny("1000.00"), DAY, DAY.plusDays(30));
        Given.aReceivable(finance, customer, "U-1", Money.of("10.01", "USD"), DAY, DAY.plusDays(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/performance/ageing", "/customers/%s/payment-status", "/customers/%s/statement"})
    void convertsOnlyWhereAskedAndShowsTheRate(String path) {
        var asked = path.formatted(customer);
        assertThat(finance.gets(asked).<Object>path("reporting")).isNull();
        var missing = finance.gets(asked + "?reportingCurrency=CNY");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.<String>path("code")).isEqualTo("exchange-rate-missing");

        finance.creates(
                "/exchange-rates",
                Map.of("from", "USD", "to", "CNY", "rate", "7.1", "date", DAY.toString(), "source", "central parity"));

        var answer = finance.gets(asked + "?reportingCurrency=CNY");
        assertThat(answer.<String>path("reporting.total.amount")).isEqualTo("1071.07");
        assertThat(answer.<String>path("reporting.parts[1].amount.currency")).isEqualTo("USD");
        assertThat(answer.<String>path("reporting.parts[1].rate.rate")).isEqualTo("7.1");
        assertThat(answer.<String>path("reporting.parts[1].rate.date")).isEqualTo("2026-10-01");
        assertThat(answer.<String>path("reporting.parts[1].rate.source")).isEqualTo("central parity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/performance/ageing", "/customers/%s/payment-status", "/customers/%s/statement"})
    void refusesWhatIsNoCurrency(String path) {
        var refused = finance.gets(path.formatted(customer) + "?reportingCurrency=XYZ");

        assertThat(refused.<String>path("errors[0].code")).isEqualTo("currency-unknown");
    }
}
