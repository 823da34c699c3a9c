package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.reminder.Books.Bill;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes down as in a power cut while a run is at work: what was committed stands, and the rest is done again. */
@QuarkusTest
class PowerCutTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    /** Three pages. */
    private static final int RECEIVABLES = 4_700;
    /** Ticks that may find the database gone, or a connection to it. */
    private static final int TICKS = 300;

    private static final Duration BETWEEN_TICKS = Duration.ofMillis(100);

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
    AgroalDataSource pool;

    @Inject
    Clock clock;

    @AfterEach
    void leaveNoDeadConnectionToOtherTests() {
        pool.flush(AgroalDataSource.FlushMode.ALL);
    }

    @Test
    void aPageThatWasNotCommittedIsDoneAgain() {
        var undisturbed = withReceivables();
        var disturbed = withReceivables();
        work(undisturbed, clock.instant());
        var now = clock.instant();
        var run = open(disturbed, now).orElseThrow();

        scope.within(disturbed.id(), () -> {
            var first = looking.look(run, Place.START, now);
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        assertThat(looking.look(run, first.reached(), now).isEmpty())
                                .isFalse();
                        losePower();
                    }))
                    .as("the commit of the second page")
                    .isInstanceOf(RuntimeException.class);
            return true;
        });
        assertThat(tickUntilDone(disturbed)).isTrue();

        assertThat(books.traces(disturbed)).isEqualTo(books.traces(undisturbed));
    }

    @Test
    void twoReplicasFindTheirWayBackByThemselves() throws Exception {
        var undisturbed = withReceivables();
        var disturbed = withReceivables();
        work(undisturbed, clock.instant());
        var begun = new CountDownLatch(1);

        try (var replicas = Executors.newFixedThreadPool(2)) {
            var ticking = IntStream.range(0, 2)
                    .mapToObj(_ -> replicas.submit(() -> {
                        begun.countDown();
                        return tickUntilDone(disturbed);
                    }))
                    .toList();
            begun.await();
            TestDatabase.losePower();
            for (var replica : ticking) {
                assertThat(replica.get()).isTrue();
            }
        }

        assertThat(books.traces(disturbed)).isEqualTo(books.traces(undisturbed));
    }

    /** As the schedule does, which carries on after whatever has gone wrong. */
    private boolean tickUntilDone(Organisation organisation) {
        return IntStream.range(0, TICKS).anyMatch(_ -> {
            var done = new boolean[1];
            runs.attempt(organisation.id(), () -> done[0] = work(organisation, clock.instant()));
            if (!done[0]) {
                LockSupport.parkNanos(BETWEEN_TICKS.toNanos());
            }
            return done[0];
        });
    }

    /** @return true when there is nothing left to look at */
    private boolean work(Organisation organisation, Instant now) {
        return scope.within(organisation.id(), () -> {
            var run = open(organisation, now);
            run.ifPresent(runs::work);
            return open(organisation, now).isEmpty();
        });
    }

    private Optional<ReminderRun> open(Organisation organisation, Instant now) {
        return scope.within(organisation.id(), () -> ledger.open(organisation.id(), MONDAY, now));
    }

    private static void losePower() {
        try {
            TestDatabase.losePower();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Due dates from a month ago to three weeks ahead, so that every step and several reasons occur. */
    private Organisation withReceivables() {
        var organisation = Given.anOrganisation();
        var customers = organisation.team("East", null).salespeople("wang", "chen").stream()
                .map(Given::aCustomerOf)
                .toList();
        books.bill(
                organisation,
                IntStream.range(0, RECEIVABLES)
                        .mapToObj(i -> Bill.due(
                                customers.get(i % 2),
                                "R-" + i,
                                MONDAY.minusDays(35).plusDays(i % 56)))
                        .toList());
        return organisation;
    }
}
