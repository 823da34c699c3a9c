package io.huikuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowUpPlanningTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @Inject
    FollowUpPlanning planning;

    @Inject
    OrganisationScope scope;

    @Inject
    DataSource database;

    @Test
    void aRepeatedRunPlansNothingTwice() throws SQLException {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var first = asked(wang, customer, receivable(wang, customer, "A"), "Legal review");
        var second = asked(wang, customer, receivable(wang, customer, "B"), "Legal review");
        var otherKind = asked(wang, customer, first.receivableId(), "Visit");

        assertThat(planAll(wang, first, second)).isEqualTo(2);
        assertThat(planAll(wang, first, second, otherKind)).isEqualTo(1);

        List<String> origins = wang.gets("/follow-ups").path("items.origin");
        assertThat(origins).containsExactly("REMINDER", "REMINDER", "REMINDER");
        List<String> actions = auditedActions(wang);
        assertThat(actions).filteredOn("followup.planned"::equals).hasSize(3);
    }

    @Test
    void rewordingATaskDoesNotMakeTheRunAskAgainButHavingItDoneDoes() throws SQLException {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var wanted = asked(wang, customer, receivable(wang, customer, "A"), "Legal review");
        planAll(wang, wanted);
        String id = wang.gets("/follow-ups").path("items[0].id");

        wang.patches("/follow-ups/" + id, Map.of("subject", "See the lawyer"))
                .then()
                .statusCode(200);
        assertThat(planAll(wang, wanted)).isZero();

        wang.posts("/follow-ups/" + id + "/completion", Map.of("outcome", "DONE"))
                .then()
                .statusCode(200);
        assertThat(planAll(wang, wanted)).isOne();
    }

    @Test
    void anIdMakesItOnceEvenWhenItIsDone() throws SQLException {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var id = UUID.randomUUID();
        var wanted = new NewFollowUp(
                id,
                customer,
                null,
                wang.id(),
                "Visit",
                "bring the contract",
                DUE,
                NewFollowUp.Priority.HIGH,
                NewFollowUp.Origin.REMINDER);

        assertThat(planAll(wang, wanted)).isOne();
        wang.posts("/follow-ups/" + id + "/completion", Map.of("outcome", "DONE"));
        assertThat(planAll(wang, wanted)).isZero();
        assertThat(wang.gets("/follow-ups/" + id).<String>path("note")).isEqualTo("bring the contract");
    }

    @Test
    void nothingWantedIsNothingPlanned() {
        var wang = Given.anOrganisation().salesperson("wang");

        assertThat(planAll(wang)).isZero();
    }

    private int planAll(Person person, NewFollowUp... wanted) {
        var organisation = person.organisation().id();
        return scope.within(organisation, () -> planning.planAll(organisation, List.of(wanted), NOW));
    }

    private static NewFollowUp asked(Person assignee, UUID customerId, @Nullable UUID receivableId, String subject) {
        return new NewFollowUp(
                null,
                customerId,
                receivableId,
                assignee.id(),
                subject,
                null,
                DUE,
                NewFollowUp.Priority.NORMAL,
                NewFollowUp.Origin.REMINDER);
    }

    private UUID receivable(Person owner, UUID customerId, String number) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on,
                            due_on, amount, currency, open_amount, created_at, version)
                        values (?, ?, ?, ?, ?, date '2026-10-01', date '2026-11-01', date '2026-11-01', 100, 'CNY', 100, now(), 0)""")) {
            statement.setObject(1, owner.organisation().id());
            statement.setObject(2, id);
            statement.setObject(3, customerId);
            statement.setObject(4, owner.id());
            statement.setString(5, number);
            statement.executeUpdate();
        }
        return id;
    }

    private List<String> auditedActions(Person person) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select array_agg(action) from audit_event where organisation_id = ?")) {
            statement.setObject(1, person.organisation().id());
            try (var row = statement.executeQuery()) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            }
        }
    }
}
