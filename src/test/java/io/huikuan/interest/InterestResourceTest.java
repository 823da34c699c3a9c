package io.huikuan.interest;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.allocation.AccruedInterest;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InterestResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    @Inject
    InterestDue interestDue;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void accruesOnWhatIsOverdueByTheAgreedTerms() {
        agreed(Map.of());
        var receivable = owing("A-1", "1000.00", today.minusDays(30));

        var interest = interest(receivable, "");

        assertThat(interest.asOf()).isEqualTo(today);
        assertThat(interest.interest().accrued()).isEqualTo(cny("8.22"));
        assertThat(interest.due()).isEqualTo(cny("8.22"));
        assertThat(interest.segments())
                .extracting(
                        InterestView.Nights::from,
                        InterestView.Nights::nights,
                        InterestView.Nights::principal,
                        InterestView.Nights::annualPercent)
                .containsExactly(tuple(today.minusDays(30), 30L, cny("1000.00"), "10"));
        assertThat(interest(receivable, "?asOf=" + today.minusDays(30)).due()).isEqualTo(cny("0.00"));
    }

    /** frappe/erpnext #58220, dunning interest lost after payment of the original sum: it should not be forgotten silently. */
    @Test
    void staysDueWhenThePrincipalHasBeenPaid() {
        agreed(Map.of());
        var receivable = owing("A-1", "1000.00", today.minusDays(30));
        Given.aPayment(finance, customer, "1000.00", today);

        assertThat(finance.gets("/receivables/" + receivable).<String>path("status"))
                .isEqualTo("PAID");
        assertThat(interest(receivable, "").due()).isEqualTo(cny("8.22"));
        assertThat(interest(receivable, "?asOf=" + today.plusDays(300)).due()).isEqualTo(cny("8.22"));
        assertThat(ofCustomer("").totals())
                .extracting(CustomerInterestView.Total::interest)
                .containsExactly(cny("8.22"));
        assertThat(dueToday())
                .extractingByKey(receivable)
                .extracting(AccruedInterest.Accrued::interest)
                .isEqualTo(cny("8.22"));
    }

    @Test
    void costsNothingWhatWasPaidInTimeOrAgreedWithoutInterest() {
        var receivable = owing("A-1", "1000.00", today.minusDays(30));
        assertThat(interest(receivable, "").due()).isEqualTo(cny("0.00"));

        agreed(Map.of());
        Given.aPayment(finance, customer, "1000.00", today.minusDays(30));

        assertThat(interest(receivable, "").due()).isEqualTo(cny("0.00"));
        assertThat(ofCustomer("").receivables()).isEmpty();
        assertThat(dueToday()).isEmpty();
    }

    @Test
    void goesByTheContractsTermsBeforeThoseOfTheOrganisation() {
        var contract = contract(customer);
        agreed(Map.of());
        agreed(Map.of(
                "contractId",
                contract,
                "annualPercent",
                "20",
                "validFrom",
                today.minusDays(90).toString()));
        var ofContract = finance.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customer,
                        "contractId",
                        contract,
                        "number",
                        "A-1",
                        "issuedOn",
                        today.minusDays(60).toString(),
                        "dueOn",
                        today.minusDays(30).toString(),
                        "amount",
                        json(cny("1000.00"))));
        var other = owing("A-2", "1000.00", today.minusDays(30));

        assertThat(interest(ofContract, "").due()).isEqualTo(cny("16.44"));
        assertThat(interest(other, "").due()).isEqualTo(cny("8.22"));
    }

    @Test
    void countsTheRowRecordedLastOfOneDayButReproducesWhatWasKnown() {
        var receivable = owing("A-1", "1000.00", today.minusDays(30));
        agreed(Map.of());
        String recordedAt = finance.gets("/interest-terms").path("items[0].recordedAt");
        agreed(Map.of("annualPercent", "20"));

        assertThat(interest(receivable, "").due()).isEqualTo(cny("16.44"));
        var asKnown = interest(receivable, "?knownAt=" + recordedAt);
        assertThat(asKnown.due()).isEqualTo(cny("8.22"));
        assertThat(asKnown.knownAt()).isNotNull();
    }

    @Test
    void reproducesWhatWasKnownBeforeALatePayment() {
        var receivable = owing("A-1", "1000.00", today.minusDays(30));
        agreed(Map.of());
        String recordedAt = finance.gets("/interest-terms").path("items[0].recordedAt");
        Given.aPayment(finance, customer, "1000.00", today.minusDays(30));

        assertThat(interest(receivable, "").due()).isEqualTo(cny("0.00"));
        assertThat(interest(receivable, "?knownAt=" + recordedAt).due()).isEqualTo(cny("8.22"));
    }

    @Test
    void asksForFeesBesidesAndStopsAtTheCap() {
        agreed(Map.of(
                "capPercent", "0.5", "graceDays", 5, "fee", Map.of("amount", json(cny("50.00")), "everyDays", 10)));
        var receivable = owing("A-1", "1000.00", today.minusDays(30));

        var interest = interest(receivable, "");

        // 25 nights after the days of grace: two fees, and 6.85 of interest, cut down to 5.00.
        assertThat(interest.fees().due()).isEqualTo(cny("100.00"));
        assertThat(interest.interest().due()).isEqualTo(cny("5.00"));
        assertThat(interest.capped()).isTrue();
        assertThat(interest.due()).isEqualTo(cny("105.00"));
    }

    @Test
    void keepsCurrenciesApart() {
        agreed(Map.of());
        owing("A-1", "1000.00", today.minusDays(30));
        Given.aReceivable(finance, customer, "A-2", Money.of("1000", "JPY"), today.minusDays(60), today.minusDays(30));

        assertThat(ofCustomer("").totals())
                .extracting(CustomerInterestView.Total::interest)
                .containsExactly(cny("8.22"), Money.of("8", "JPY"));
    }

    @Test
    void asksForAFeeInItsOwnCurrencyOnly() {
        agreed(Map.of("fee", Map.of("amount", json(cny("50.00")), "everyDays", 10)));
        owing("A-1", "1000.00", today.minusDays(30));
        Given.aReceivable(finance, customer, "A-2", Money.of("1000", "JPY"), today.minusDays(60), today.minusDays(30));

        assertThat(ofCustomer("").totals())
                .extracting(CustomerInterestView.Total::fees)
                .containsExactly(cny("150.00"), Money.of("0", "JPY"));
    }

    @Test
    void showsTheTermsOfContractsToWhomTheirCustomersBelong() {
        var east = organisation.team("East", null);
        var west = organisation.team("West", null);
        var contract = contract(Given.aCustomerOf(east.salesperson("sun")));
        agreed(Map.of());
        agreed(Map.of("contractId", contract, "annualPercent", "20"));

        assertThat(percents(east.manager(), "")).containsExactlyInAnyOrder("10", "20");
        assertThat(percents(finance, "")).containsExactlyInAnyOrder("10", "20");
        assertThat(percents(west.manager(), "")).containsExactly("10");
        assertThat(percents(west.manager(), "?contractId=" + contract)).isEmpty();
        assertThat(percents(east.manager(), "?contractId=" + contract)).containsExactly("20");
    }

    private static List<String> percents(Person person, String query) {
        return person.gets("/interest-terms" + query).path("items.annualPercent");
    }

    private UUID contract(UUID customerId) {
        return finance.creates(
                "/contracts",
                Map.of(
                        "customerId",
                        customerId,
                        "number",
                        "HT-1",
                        "signedOn",
                        today.minusDays(100).toString(),
                        "amount",
                        json(cny("1000.00"))));
    }

    @Test
    void showsInterestToWhomTheCustomerBelongs() {
        var receivable = owing("A-1", "1000.00", today.minusDays(30));
        var chen = organisation.salesperson("chen");

        assertThat(wang.gets("/receivables/" + receivable + "/interest").statusCode())
                .isEqualTo(200);
        assertThat(chen.gets("/receivables/" + receivable + "/interest").statusCode())
                .isEqualTo(404);
        assertThat(chen.gets("/customers/" + customer + "/interest").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "annualPercent, -1,        /annualPercent, percent-malformed",
        "annualPercent, 1e3,       /annualPercent, percent-malformed",
        "annualPercent, 1.0000001, /annualPercent, percent-malformed",
        "annualPercent, 1000,      /annualPercent, percent-malformed",
        "capPercent,    0,         /capPercent,    must-be-positive",
        "graceDays,     -1,        /graceDays,     min",
        "contractId,    019a0b5e-7c1d-7e2f-8a3b-4c5d6e7f8091, /contractId, document-unknown",
    })
    void refusesTermsThatMakeNoSense(String field, String value, String pointer, String code) {
        var refused = agreeing(Map.of(field, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
        assertThat(finance.gets("/interest-terms").<List<?>>path("items")).isEmpty();
    }

    @Test
    void refusesAFeeOfNothing() {
        var refused = agreeing(Map.of("fee", Map.of("amount", json(cny("0.00")), "everyDays", 10)));

        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/fee/amount/amount");
        assertThat(finance.gets("/interest-terms").<List<?>>path("items")).isEmpty();
    }

    @Test
    void refusesAFeeThatNobodyCanMean() {
        var refused = agreeing(Map.of("fee", Map.of("amount", json(cny("1000000000.00")), "everyDays", 1)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/fee/amount/amount");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("must-be-less-than");
        assertThat(finance.gets("/interest-terms").<List<?>>path("items")).isEmpty();
    }

    private Map<UUID, AccruedInterest.Accrued> dueToday() {
        return scope.within(organisation.id(), () -> interestDue.of(organisation.id(), List.of(customer), today));
    }

    private UUID owing(String number, String amount, LocalDate dueOn) {
        return Given.aReceivable(finance, customer, number, amount, dueOn);
    }

    private void agreed(Map<String, Object> more) {
        agreeing(more).then().statusCode(201);
    }

    private Response agreeing(Map<String, Object> more) {
        var terms = new HashMap<String, Object>(
                Map.of("validFrom", today.minusDays(400).toString(), "annualPercent", "10", "reason", "General terms"));
        terms.putAll(more);
        return finance.posts("/interest-terms", terms);
    }

    private InterestView interest(UUID receivable, String query) {
        return Answers.as(InterestView.class, wang.gets("/receivables/" + receivable + "/interest" + query));
    }

    private CustomerInterestView ofCustomer(String query) {
        return Answers.as(CustomerInterestView.class, wang.gets("/customers/" + customer + "/interest" + query));
    }
}
