package io.huikuan.receivable;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The list that a salesperson's phone asks for most must not read everybody's receivables. */
@QuarkusTest
class ReceivableIndexTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final int EACH = 1500;
    private static final int LISTINGS = 40;

    @Inject
    ReceivableBilling billing;

    @Inject
    OrganisationScope scope;

    @Inject
    DataSource database;

    @Test
    void findsTheOverdueOfOneSalespersonInTheIndexOfOpenOnesByOwner() throws Exception {
        var organisation = Given.anOrganisation();
        var people = List.of(organisation.salesperson("wang"), organisation.salesperson("chen"));
        for (var person : people) {
            bill(person);
        }
        analyse();
        long before = scans();

        // Often enough for the driver to prepare the statement on the server, and the server to weigh a plan for any
        // parameters.
        for (int i = 0; i < LISTINGS; i++) {
            var page = people.getFirst().gets("/receivables?status=OVERDUE");
            assertThat(page.<List<?>>path("items")).hasSize(50);
        }

        assertThat(scansOnceCounted(before + LISTINGS, people.getFirst())).isGreaterThanOrEqualTo(before + LISTINGS);
    }

    private void bill(Person person) {
        var customer = Given.aCustomerOf(person);
        var wanted = new ArrayList<NewReceivable>();
        for (int i = 0; i < EACH; i++) {
            var dueOn = TODAY.minusDays(i % 300);
            wanted.add(new NewReceivable(
                    null, customer, "A-" + i, dueOn.minusDays(30), dueOn, cny("1.00"), null, null, null));
        }
        var organisationId = person.organisation().id();
        scope.within(
                organisationId,
                () -> billing.billAll(organisationId, null, wanted, TODAY, Instant.parse("2026-03-31T02:00:00Z")));
    }

    private void analyse() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze receivable");
        }
    }

    /** A connection tells of its scans at most once a second, when a transaction ends: go on until they are told. */
    private long scansOnceCounted(long expected, Person person) throws Exception {
        for (int i = 0; i < 40 && scans() < expected; i++) {
            Thread.sleep(500);
            person.gets("/receivables?status=PAID&limit=1");
        }
        return scans();
    }

    private long scans() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select idx_scan from pg_stat_user_indexes where indexrelname = 'receivable_open_by_owner'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
