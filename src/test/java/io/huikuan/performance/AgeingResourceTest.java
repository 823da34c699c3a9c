package io.huikuan.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.AgeingBucket;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgeingResourceTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
    private static final String AGEING = "/performance/ageing?asOf=2024-06-30";
    private static final String LINES = "/performance/ageing/receivables?asOf=2024-06-30";

    @Test
    void agesAtEveryBoundaryAsTheRuleDoes() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(wang);
        var boundaries = Stream.of(AgeingBucket.values())
                .flatMap(bucket -> Stream.of(bucket.fewestDaysPastDue(), bucket.mostDaysPastDue()))
                .filter(days -> days != Integer.MIN_VALUE && days != Integer.MAX_VALUE)
                .toList();
        for (int days : boundaries) {
            books.bill(customer, "2023-01-01", AS_OF.minusDays(days).toString(), "1.00");
        }

        var ageing = Numbers.ask(wang, AGEING);

        assertThat(ageing.getList("totals[0].buckets.bucket", String.class))
                .containsExactlyElementsOf(
                        Stream.of(AgeingBucket.values()).map(Enum::name).toList());
        for (var bucket : AgeingBucket.values()) {
            var expected = boundaries.stream()
                    .filter(days -> AgeingBucket.of(AS_OF.minusDays(days), AS_OF) == bucket)
                    .count();
            var lines = Numbers.lines(wang, LINES + "&bucket=" + bucket.name(), 1);
            assertThat(expected).as(bucket.name()).isPositive();
            assertThat(ageing.getLong("totals[0].buckets.find { it.bucket == '" + bucket.name() + "' }.count"))
                    .as(bucket.name())
                    .isEqualTo(expected);
            assertThat(lines)
                    .as(bucket.name())
                    .hasSize((int) expected)
                    .allSatisfy(line -> assertThat(line).containsEntry("bucket", bucket.name()));
        }
    }

    @Test
    void showsWhatWasOpenOnAnyDayThroughPaymentAndReversal() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(wang);
        var receivable = books.bill(customer, "2024-04-01", "2024-05-01", "100.00");
        var bounced = books.pay(customer, receivable, "2024-05-10", "60.00");
        books.reverse(bounced, "2024-06-01");
        books.pay(customer, receivable, "2024-06-20", "100.00");

        var open = Stream.of(
                        "2024-03-31",
                        "2024-04-01",
                        "2024-05-09",
                        "2024-05-10",
                        "2024-05-31",
                        "2024-06-01",
                        "2024-06-19",
                        "2024-06-20")
                .map(day -> Numbers.ask(wang, "/performance/ageing?asOf=" + day).getString("totals[0].open.amount"))
                .map(String::valueOf);

        assertThat(open).containsExactly("null", "100.00", "100.00", "40.00", "40.00", "100.00", "100.00", "null");
    }

    @Test
    void breaksDownByTeamAndOwnerAndAddsUpToTheRows() {
        var organisation = Given.anOrganisation();
        var people = organisation.team("East", null).salespeople("wang", "chen");
        var free = organisation.salesperson("sun");
        var books = Books.of(organisation);
        var owed = Map.of(people.get(0), "10.00", people.get(1), "20.50", free, "40.25");
        owed.forEach((owner, amount) -> {
            var customer = Given.aCustomerOf(owner);
            books.bill(customer, "2024-05-01", "2024-06-01", amount);
            books.bill(customer, "2024-05-01", "2024-07-01", "1.00");
        });

        for (var groupBy : List.of("NONE", "TEAM", "OWNER")) {
            var totals =
                    Numbers.ask(books.finance(), AGEING + "&groupBy=" + groupBy).<Map<String, Object>>getList("totals");
            for (var total : totals) {
                var lines = Numbers.lines(books.finance(), LINES + "&groupBy=" + groupBy + Numbers.groupOf(total), 1);
                assertThat(total).as("%s", total).containsEntry("count", lines.size());
                assertThat(Numbers.sum(lines, "open"))
                        .as("%s", total)
                        .isEqualByComparingTo(Numbers.amount(total, "open"));
            }
        }
        var byTeam = Numbers.ask(books.finance(), AGEING + "&groupBy=TEAM");
        assertThat(byTeam.getList("totals.group.name", String.class)).containsExactly("East", "none");
        assertThat(byTeam.getList("totals.open.amount", String.class)).containsExactly("32.50", "41.25");
        var byOwner = Numbers.ask(books.finance(), AGEING + "&groupBy=OWNER");
        assertThat(byOwner.getList("totals.group.name", String.class)).containsExactly("chen", "sun", "wang");
        assertThat(byOwner.getList("totals.open.amount", String.class)).containsExactly("21.50", "41.25", "11.00");
    }

    @Test
    void tellsEachViewerOfTheirPeopleOnly() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var books = Books.of(organisation);
        books.bill(Given.aCustomerOf(people.get(0)), "2024-05-01", "2024-06-01", "10.00");
        books.bill(Given.aCustomerOf(people.get(1)), "2024-05-01", "2024-06-01", "20.00");
        books.bill(Given.aCustomerOf(organisation.salesperson("sun")), "2024-05-01", "2024-06-01", "40.00");
        var elsewhere = Given.anOrganisation();
        Books.of(elsewhere).bill(Given.aCustomerOf(elsewhere.salesperson("wang")), "2024-05-01", "2024-06-01", "80.00");

        var seen = Stream.of(people.get(0), people.get(1), east.manager(), books.finance(), organisation.admin())
                .map(person -> Numbers.ask(person, AGEING).getString("totals[0].open.amount"));

        assertThat(seen).containsExactly("10.00", "20.00", "30.00", "70.00", "70.00");
        assertThat(Numbers.lines(people.get(0), LINES, 50)).hasSize(1);
        assertThat(Numbers.lines(books.finance(), LINES, 50)).hasSize(3);
        assertThat(organisation
                        .person("erp", "INTEGRATION")
                        .gets("/performance/ageing")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void neverAddsUpCurrencies() {
        var organisation = Given.anOrganisation();
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        books.bill(customer, "2024-05-01", "2024-06-01", "10.00", "USD");
        books.bill(customer, "2024-05-01", "2024-06-01", "500", "JPY");

        var ageing = Numbers.ask(books.finance(), AGEING);

        assertThat(ageing.getList("totals.currency", String.class)).containsExactly("JPY", "USD");
        assertThat(ageing.getList("totals.open.amount", String.class)).containsExactly("500", "10.00");
        assertThat(Numbers.lines(books.finance(), LINES + "&currency=USD", 50)).hasSize(1);
    }

    @Test
    void anAgeingOfNothingIsEmpty() {
        var wang = Given.anOrganisation().salesperson("wang");

        assertThat(Numbers.ask(wang, "/performance/ageing").<Object>getList("totals"))
                .isEmpty();
    }
}
