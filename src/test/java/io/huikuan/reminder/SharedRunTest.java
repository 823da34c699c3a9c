package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.reminder.Books.Bill;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A run leaves the same rows however many replicas work it, and wherever one of them dies. */
@QuarkusTest
class SharedRunTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    /** Three pages, the last of them not full. */
    private static final int RECEIVABLES = 4_700;

    @Inject
    Books books;

    @Inject
    ReminderLooking looking;

    @Inject
    ReminderRunJob runs;

    @Inject
    RunLedger ledger;

    @Inject
    OrganisationScope scope;

    @Inject
    Clock clock;

    @Inject
    EntityManagerFactory factory;

    @Test
    void twoReplicasDoWhatOneDoes() throws Exception {
        var one = withReceivables(RECEIVABLES);
        var two = withReceivables(RECEIVABLES);
        var alone = requested(one, clock.instant());
        var shared = requested(two, clock.instant());

        within(one, () -> runs.complete(alone));
        try (var replicas = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> replica = () -> {
                within(two, () -> runs.complete(shared));
                return true;
            };
            for (var finished : replicas.invokeAll(List.of(replica, replica))) {
                assertThat(finished.get()).isTrue();
            }
        }

        assertThat(books.traces(two)).hasSizeGreaterThan(RECEIVABLES).isEqualTo(books.traces(one));
        assertThat(counted(two, shared))
                .usingRecursiveComparison()
                .ignoringFields("id", "startedAt", "finishedAt")
                .isEqualTo(counted(one, alone));
        assertThat(counted(two, shared).looked()).isEqualTo(RECEIVABLES);
    }

    @Test
    void anotherReplicaGoesOnWhereOneHasDied() {
        var undisturbed = withReceivables(RECEIVABLES);
        var disturbed = withReceivables(RECEIVABLES);
        var now = clock.instant();
        var whole = requested(undisturbed, now);
        within(undisturbed, () -> runs.complete(whole));

        var died = requested(disturbed, now);
        within(disturbed, () -> {
            var first = looking.look(died, Place.START, now);
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        assertThat(looking.look(died, first.reached(), now).isEmpty())
                                .isFalse();
                        throw new IllegalStateException("killed before the commit of its second page");
                    }))
                    .hasStackTraceContaining("killed before the commit");
        });
        assertThat(takenOver(disturbed, now.plus(ReminderRun.LEASE))).isEmpty();
        var late = now.plus(ReminderRun.LEASE).plusSeconds(1);
        within(disturbed, () -> ledger.takeOver(disturbed.id(), late).forEach(runs::complete));

        assertThat(books.traces(disturbed)).isEqualTo(books.traces(undisturbed));
        assertThat(counted(disturbed, died))
                .usingRecursiveComparison()
                .ignoringFields("id", "startedAt", "finishedAt")
                .isEqualTo(counted(undisturbed, whole));
    }

    @Test
    void aDryRunThatTwoReplicasWorkCountsOnce() {
        var organisation = withReceivables(30);
        var now = clock.instant();
        var dry = request(organisation, true, now);

        within(organisation, () -> runs.complete(dry));
        within(organisation, () -> runs.complete(dry));

        assertThat(counted(organisation, dry).looked()).isEqualTo(30);
        assertThat(books.traces(organisation)).isEmpty();
    }

    @Test
    void aPageTakesAsManyStatementsForManyAsForFew() {
        var few = statementsOf(withReceivables(60));
        var many = statementsOf(withReceivables(1_800));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(22);
    }

    private long statementsOf(Organisation organisation) {
        var run = requested(organisation, clock.instant());
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var before = statistics.getPrepareStatementCount();
            within(organisation, () -> looking.look(run, Place.START, clock.instant()));
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** Due dates from a month ago to three weeks ahead, so that every step and several reasons occur. */
    private Organisation withReceivables(int count) {
        var organisation = Given.anOrganisation();
        var team = organisation.team("East", null);
        var customers = team.salespeople("wang", "chen").stream()
                .map(Given::aCustomerOf)
                .toList();
        organisation.finance();
        books.bill(
                organisation,
                IntStream.range(0, count)
                        .mapToObj(i -> Bill.due(
                                customers.get(i % 2),
                                "R-" + i,
                                MONDAY.minusDays(35).plusDays(i % 56)))
                        .toList());
        return organisation;
    }

    private ReminderRun requested(Organisation organisation, Instant now) {
        return request(organisation, false, now);
    }

    private ReminderRun request(Organisation organisation, boolean dryRun, Instant now) {
        var admin = organisation.admin().id();
        var viewer = new Viewer(
                organisation.id(), admin, Set.of(Role.ADMIN), true, List.of(admin), ZoneId.of("Asia/Shanghai"));
        return scope.within(organisation.id(), () -> ledger.request(viewer, MONDAY, dryRun, MONDAY, now));
    }

    private List<ReminderRun> takenOver(Organisation organisation, Instant now) {
        return scope.within(organisation.id(), () -> ledger.takeOver(organisation.id(), now));
    }

    private RunView counted(Organisation organisation, ReminderRun run) {
        UUID id = run.id();
        return organisation.admin().gets("/reminder-runs/" + id).as(RunView.class);
    }

    private void within(Organisation organisation, Runnable work) {
        scope.within(organisation.id(), () -> {
            work.run();
            return true;
        });
    }
}
