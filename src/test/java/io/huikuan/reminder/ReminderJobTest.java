package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.reminder.Books.Bill;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the schedule runs, and of what day. */
@QuarkusTest
class ReminderJobTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    Books books;

    @Inject
    ReminderJob job;

    @Inject
    RunQueries runs;

    @Inject
    AuditTrail audit;

    @Inject
    OrganisationScope scope;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void looksAtTheOrganisationsTodayAndGathersADaysTicksInOneRun() {
        var organisation = Given.anOrganisation("Asia/Shanghai", "CNY");
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var today = LocalDate.ofInstant(clock.instant(), SHANGHAI);

        job.tick();
        assertThat(listed(organisation)).isEmpty();
        books.bill(organisation, List.of(Bill.due(customer, "first", today.plusDays(30))));
        job.tick();
        books.bill(organisation, List.of(Bill.due(customer, "second", today.plusDays(30))));
        job.tick();

        assertThat(listed(organisation)).singleElement().satisfies(run -> {
            assertThat(run.origin()).isEqualTo(RunView.Origin.SCHEDULE);
            assertThat(run.state()).isEqualTo(RunView.State.DONE);
            assertThat(run.businessDate()).isEqualTo(today);
            assertThat(run.looked()).isEqualTo(2);
            assertThat(run.reasons()).containsExactly(new RunView.ReasonCount(Fate.NOT_YET, 2));
        });
    }

    @Test
    void leavesAnOrganisationAloneUntilItsImportHasSettled() {
        var organisation = Given.anOrganisation();
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        books.bill(organisation, List.of(Bill.due(customer, "imported", today)));

        imported(organisation, null);
        job.tick();
        assertThat(listed(organisation)).as("while it runs").isEmpty();
        imported(organisation, clock.instant().minus(Duration.ofMinutes(4)));
        job.tick();
        assertThat(listed(organisation)).as("when it has only just ended").isEmpty();
        imported(organisation, clock.instant().minus(Duration.ofMinutes(6)));
        job.tick();
        assertThat(listed(organisation)).as("when it has settled").hasSize(1);
    }

    @Test
    void remindsAllTheSameWhereImportsNeverEnd() {
        var organisation = Given.anOrganisation();
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        books.bill(
                organisation, List.of(Bill.due(customer, "imported", LocalDate.ofInstant(clock.instant(), SHANGHAI))));
        imported(organisation, clock.instant().minus(Duration.ofMinutes(1)));

        job.tick();
        assertThat(listed(organisation)).isEmpty();
        write(
                organisation,
                "update import set created_at = created_at - interval '3 hours' where organisation_id = ?1");
        job.tick();

        assertThat(listed(organisation)).hasSize(1);
    }

    @Test
    void goesOnWithTheOthersWhereOneOrganisationFails() {
        var broken = Given.anOrganisation();
        var sound = Given.anOrganisation();
        var customer = Given.aCustomerOf(sound.salesperson("wang"));
        books.bill(sound, List.of(Bill.due(customer, "R-1", LocalDate.ofInstant(clock.instant(), SHANGHAI))));
        write(broken, "update organisation set time_zone = 'Nowhere' where id = ?1");

        job.tick();
        write(broken, "update organisation set time_zone = 'Asia/Shanghai' where id = ?1");

        assertThat(listed(sound)).hasSize(1);
    }

    @Test
    void takesOverARequestedRunWhoseReplicaHasGone() {
        var organisation = Given.anOrganisation();
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var longAgo = clock.instant().minus(Duration.ofMinutes(3));
        var monday = LocalDate.of(2026, 3, 2);
        books.bill(organisation, List.of(Bill.due(customer, "R-1", monday)));
        request(organisation, true, monday, longAgo);

        job.tick();

        assertThat(listed(organisation))
                .filteredOn(run -> run.origin() == RunView.Origin.REQUEST)
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo(RunView.State.DONE);
                    assertThat(run.steps()).containsExactly(new RunView.StepCount(0, 1));
                });
    }

    @Test
    void refusesAnotherBusinessDateWhereItIsNotAllowed() {
        var organisation = Given.anOrganisation();
        var monday = LocalDate.of(2026, 3, 2);

        assertThatThrownBy(() -> request(organisation, false, monday, clock.instant()))
                .isInstanceOf(BusinessDateRefused.class);
        request(organisation, false, null, clock.instant());

        assertThat(listed(organisation))
                .singleElement()
                .satisfies(run -> assertThat(run.businessDate()).isEqualTo(monday.plusDays(1)));
    }

    private ReminderRun request(Organisation organisation, boolean dateAllowed, @Nullable LocalDate date, Instant now) {
        var today = LocalDate.of(2026, 3, 3);
        var ledger = new RunLedger(runs, audit, new Rules(dateAllowed));
        var admin = organisation.admin().id();
        var viewer = new Viewer(organisation.id(), admin, Set.of(Role.ADMIN), true, List.of(admin), SHANGHAI);
        return scope.within(
                organisation.id(),
                () -> QuarkusTransaction.requiringNew().call(() -> ledger.request(viewer, date, false, today, now)));
    }

    private List<RunView> listed(Organisation organisation) {
        return organisation.admin().gets("/reminder-runs").jsonPath().getList("items", RunView.class);
    }

    private void imported(Organisation organisation, @Nullable Instant finishedAt) {
        write(organisation, "delete from import where organisation_id = ?1");
        scope.within(
                organisation.id(),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery("""
                        insert into import (organisation_id, id, requested_by, kind, spec, state, bytes, rows_read, rows_accepted,
                            rows_unchanged, rows_refused, time_zone, attempts, lease_token, lease_until, created_at, finished_at)
                        select ?1, ?2, id, 'PAYMENTS', '{}', ?3, 0, 0, 0, 0, 0, 'Asia/Shanghai', 0, gen_random_uuid(), now(), now(), cast(?4 as timestamptz)
                        from app_user where organisation_id = ?1 and username = 'admin'""")
                                .setParameter(1, organisation.id())
                                .setParameter(2, Ids.next())
                                .setParameter(3, finishedAt == null ? "RUNNING" : "DONE")
                                .setParameter(4, finishedAt == null ? null : finishedAt.toString())
                                .executeUpdate()));
    }

    private void write(Organisation organisation, String sql) {
        scope.within(
                organisation.id(),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(sql)
                                .setParameter(1, organisation.id())
                                .executeUpdate()));
    }

    private record Rules(boolean businessDateAllowed) implements ReminderConfig {
        @Override
        public String tick() {
            return "off";
        }

        @Override
        public String firstTickAfter() {
            return "0s";
        }

        @Override
        public String tickJitter() {
            return "0s";
        }

        @Override
        public Duration settleAfterImport() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration waitForImportsAtMost() {
            return Duration.ofHours(2);
        }
    }
}
