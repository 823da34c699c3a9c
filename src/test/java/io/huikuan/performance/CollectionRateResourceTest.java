package io.huikuan.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerKeeping;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CollectionRateResourceTest {
    private static final String RATE = "/performance/collection-rate?";
    private static final String LINES = "/performance/collection-rate/receivables?";
    private static final String JUNE = "from=2024-06-01&to=2024-06-30";

    @Inject
    CustomerKeeping customers;

    @Inject
    OrganisationScope scope;

    @Test
    void ratesWhatWasDueInThePeriod() {
        var organisation = Given.anOrganisation();
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var inTime = books.bill(customer, "2024-05-01", "2024-06-10", "100.00");
        var late = books.bill(customer, "2024-05-01", "2024-06-15", "100.00");
        books.bill(customer, "2024-05-01", "2024-06-30", "100.00");
        var before = books.bill(customer, "2024-05-01", "2024-05-31", "1000.00");
        books.bill(customer, "2024-05-01", "2024-07-01", "1000.00");
        books.pay(customer, inTime, "2024-06-10", "100.00");
        books.pay(customer, late, "2024-06-20", "50.00");
        books.pay(customer, late, "2024-07-02", "50.00");
        books.pay(customer, before, "2024-06-05", "1000.00");

        var due = Numbers.ask(books.finance(), RATE + JUNE);
        var later = Numbers.ask(books.finance(), RATE + JUNE + "&asOf=2024-07-02");
        var timely = Numbers.ask(books.finance(), RATE + JUNE + "&formula=CR_TIMELY&asOf=2024-07-02");

        assertThat(due.getString("formula")).isEqualTo("CR_DUE");
        assertThat(due.getString("from")).isEqualTo("2024-06-01");
        assertThat(due.getString("to")).isEqualTo("2024-06-30");
        assertThat(due.getString("asOf")).isEqualTo("2024-06-30");
        assertThat(due.<String, Object>getMap("rows[0].group")).isEqualTo(Map.of("name", "all"));
        assertThat(due.getInt("rows[0].receivableCount")).isEqualTo(3);
        assertThat(due.getString("rows[0].due.amount")).isEqualTo("300.00");
        assertThat(due.getString("rows[0].collected.amount")).isEqualTo("150.00");
        assertThat(due.getString("rows[0].rate")).isEqualTo("0.5000");
        assertThat(later.getString("rows[0].rate")).isEqualTo("0.6667");
        assertThat(timely.getString("rows[0].rate")).isEqualTo("0.3333");
    }

    @Test
    void whatWasTakenBackWasNeverPaidInTime() {
        var organisation = Given.anOrganisation();
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var receivable = books.bill(customer, "2024-05-01", "2024-06-10", "100.00");
        books.reverse(books.pay(customer, receivable, "2024-06-05", "100.00"), "2024-06-20");

        for (var formula : List.of("CR_DUE", "CR_TIMELY")) {
            var path = RATE + JUNE + "&formula=" + formula;
            assertThat(Numbers.ask(books.finance(), path + "&asOf=2024-06-19").getString("rows[0].rate"))
                    .as(formula)
                    .isEqualTo("1.0000");
            assertThat(Numbers.ask(books.finance(), path + "&asOf=2024-06-20").getString("rows[0].rate"))
                    .as(formula)
                    .isEqualTo("0.0000");
        }
    }

    @Test
    void collectsNothingTwiceThatWasPaidAgainAfterAReversal() {
        var organisation = Given.anOrganisation();
        var books = Books.of(organisation);
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var receivable = books.bill(customer, "2024-05-01", "2024-06-15", "100.00");
        var bounced = books.pay(customer, receivable, "2024-06-01", "100.00");
        var spare = books.receive(customer, "2024-06-10", "100.00");
        books.reverse(bounced, "2024-07-10");

        books.allocate(spare);

        for (var day : List.of("2024-06-01", "2024-06-10", "2024-06-30", "2024-07-09", "2024-07-10")) {
            assertThat(Numbers.ask(books.finance(), RATE + JUNE + "&asOf=" + day)
                            .getString("rows[0].rate"))
                    .as(day)
                    .isEqualTo("1.0000");
        }
        assertThat(Numbers.ask(books.finance(), RATE + JUNE + "&formula=CR_TIMELY&asOf=2024-07-10")
                        .getString("rows[0].rate"))
                .as("it was there in time, but meant for nothing")
                .isEqualTo("0.0000");
    }

    @Test
    void aHandOverDoesNotRewriteHistory() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var books = Books.of(organisation);
        var customer = ownedSince(organisation, people.get(0), "2024-01-01");
        var receivable = books.bill(customer, "2024-05-01", "2024-06-10", "100.00");
        books.pay(customer, receivable, "2024-06-05", "40.00");
        handOver(organisation, customer, people.get(1), "2024-06-15");
        books.pay(customer, receivable, "2024-06-20", "60.00");
        books.bill(customer, "2024-05-01", "2024-06-15", "10.00");

        var rows = Numbers.ask(east.manager(), RATE + JUNE + "&groupBy=OWNER");

        assertThat(rows.getList("rows.group.name", String.class)).containsExactly("chen", "wang");
        assertThat(rows.getList("rows.receivableCount", Integer.class)).containsExactly(1, 1);
        assertThat(rows.getList("rows.due.amount", String.class)).containsExactly("10.00", "100.00");
        assertThat(rows.getList("rows.collected.amount", String.class)).containsExactly("60.00", "40.00");
        assertThat(rows.getList("rows.rate", String.class)).containsExactly("6.0000", "0.4000");
        assertThat(Numbers.ask(people.get(0), RATE + JUNE).getList("rows.collected.amount", String.class))
                .containsExactly("40.00");
        assertThat(Numbers.ask(people.get(1), RATE + JUNE).getList("rows.collected.amount", String.class))
                .containsExactly("60.00");
        addsUp(east.manager(), JUNE, "OWNER");
        addsUp(people.get(0), JUNE, "NONE");
    }

    @Test
    void hasNoRateWhereNothingWasDue() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var books = Books.of(organisation);
        var customer = ownedSince(organisation, people.get(0), "2024-01-01");
        var receivable = books.bill(customer, "2024-05-01", "2024-06-10", "100.00");
        handOver(organisation, customer, people.get(1), "2024-06-15");
        books.pay(customer, receivable, "2024-06-20", "60.00");

        var ofChen = Numbers.ask(people.get(1), RATE + JUNE);

        assertThat(ofChen.getString("rows[0].due.amount")).isEqualTo("0.00");
        assertThat(ofChen.getString("rows[0].collected.amount")).isEqualTo("60.00");
        assertThat(ofChen.<String, Object>getMap("rows[0]")).containsEntry("rate", null);
    }

    @Test
    void breaksDownByTeamAndMonthAndAddsUpToTheRows() {
        var organisation = Given.anOrganisation();
        var wang = organisation.team("East", null).salesperson("wang");
        var sun = organisation.salesperson("sun");
        var books = Books.of(organisation);
        for (var owner : List.of(wang, sun)) {
            var customer = Given.aCustomerOf(owner);
            for (var dueOn : List.of("2024-06-10", "2024-06-20", "2024-07-10")) {
                var receivable = books.bill(customer, "2024-05-01", dueOn, "100.00");
                books.pay(customer, receivable, "2024-06-15", "30.00");
            }
            books.bill(customer, "2024-05-01", "2024-06-25", "70.00", "USD");
        }
        var period = "from=2024-06-01&to=2024-07-31";

        var byTeam = Numbers.ask(books.finance(), RATE + period + "&groupBy=TEAM");
        var byMonth = Numbers.ask(books.finance(), RATE + period + "&groupBy=MONTH");

        assertThat(byTeam.getList("rows.group.name", String.class)).containsExactly("East", "East", "none", "none");
        assertThat(byTeam.getList("rows.currency", String.class)).containsExactly("CNY", "USD", "CNY", "USD");
        assertThat(byMonth.getList("rows.group.id", String.class)).containsExactly("2024-06", "2024-06", "2024-07");
        assertThat(byMonth.getList("rows.due.amount", String.class)).containsExactly("400.00", "140.00", "200.00");
        for (var groupBy : List.of("NONE", "TEAM", "OWNER", "MONTH")) {
            addsUp(books.finance(), period, groupBy);
            addsUp(books.finance(), period + "&formula=CR_TIMELY", groupBy);
        }
    }

    @Test
    void asksForAPeriodThatMakesSense() {
        var wang = Given.anOrganisation().salesperson("wang");

        var without = wang.gets(RATE + "to=2024-06-30");
        var reversed = wang.gets(RATE + "from=2024-06-30&to=2024-06-01");

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.<String>path("errors[0].pointer")).isEqualTo("/from");
        assertThat(reversed.statusCode()).isEqualTo(400);
        assertThat(reversed.<String>path("errors[0].code")).isEqualTo("must-not-be-before");
    }

    @Test
    void doesNotLookIntoTheFutureByItself() {
        var wang = Given.anOrganisation().salesperson("wang");

        var asOf = Numbers.ask(wang, RATE + "from=2024-01-01&to=2999-12-31").getString("asOf");

        assertThat(LocalDate.parse(asOf)).isBefore(LocalDate.of(2999, 12, 31));
    }

    private static void addsUp(Person person, String filter, String groupBy) {
        var rows = Numbers.ask(person, RATE + filter + "&groupBy=" + groupBy).<Map<String, Object>>getList("rows");
        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            var lines = Numbers.lines(person, LINES + filter + "&groupBy=" + groupBy + Numbers.groupOf(row), 1);
            for (var money : List.of("due", "collected")) {
                assertThat(Numbers.sum(lines, money))
                        .as("%s of %s", money, row)
                        .isEqualByComparingTo(Numbers.amount(row, money));
            }
        }
    }

    private UUID ownedSince(Organisation organisation, Person owner, String day) {
        var details = new CustomerDetails("Customer", null, null, null, null);
        var wanted = new CustomerKeeping.Wanted(null, "C-1", details, owner.id(), null);
        var admin = admin(organisation, owner);
        return scope.within(
                organisation.id(),
                () -> customers
                        .create(admin, wanted, LocalDate.parse(day), Instant.EPOCH)
                        .id());
    }

    private void handOver(Organisation organisation, UUID customer, Person to, String day) {
        var change = new CustomerKeeping.Change(new CustomerDetails(null, null, null, null, null), to.id(), null);
        var admin = admin(organisation, to);
        scope.within(
                organisation.id(),
                () -> customers.change(admin, customer, change, _ -> {}, LocalDate.parse(day), Instant.EPOCH));
    }

    private static Viewer admin(Organisation organisation, Person self) {
        return new Viewer(organisation.id(), self.id(), Set.of(Role.ADMIN), true, List.of(self.id()), ZoneOffset.UTC);
    }
}
