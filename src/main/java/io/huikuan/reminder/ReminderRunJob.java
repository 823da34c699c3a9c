package io.huikuan.reminder;

import io.huikuan.platform.OrganisationScope;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Works runs to their end, page by page, off the request that asked for them. */
@ApplicationScoped
class ReminderRunJob {
    private static final int RUNS_AT_ONCE = 2;
    /** How often a run waits for what somebody else has locked before it leaves the rest to a later tick. */
    private static final int PATIENCE = 25;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ReminderPagesJob pages;
    private final RunLedger ledger;
    private final OrganisationScope scope;
    private final Clock clock;
    private final MeterRegistry meters;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService requested = Executors.newFixedThreadPool(
            RUNS_AT_ONCE, Thread.ofPlatform().daemon().name("reminder-run-", 1).factory());

    ReminderRunJob(
            ReminderPagesJob pages, RunLedger ledger, OrganisationScope scope, Clock clock, MeterRegistry meters) {
        this.pages = pages;
        this.ledger = ledger;
        this.scope = scope;
        this.clock = clock;
        this.meters = meters;
    }

    /** Returns at once. Where this replica dies, another one takes the run over when its lease has run out. */
    void start(ReminderRun run) {
        requested.execute(() -> attempt(run.organisationId(), () -> complete(run)));
    }

    /** Does something in the name of an organisation. That it fails is seen and counted, and is no other organisation's trouble. */
    void attempt(UUID organisationId, Runnable work) {
        try {
            scope.within(organisationId, () -> {
                work.run();
                return true;
            });
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Reminders of organisation %s have failed; a later tick goes on", organisationId);
            meters.counter("huikuan.reminder.failures").increment();
        }
    }

    /** Makes due what is to be looked at anew, so that it counts when it is asked whether there is something to do. */
    void prepare(UUID organisationId, LocalDate today) {
        pages.prepare(organisationId, today, stopping::get);
    }

    /** Works the run as far as it gets at once; to be called within its organisation. */
    void work(ReminderRun run) {
        sweepUntilNothingIsLeft(run);
        ledger.finish(run, clock.instant());
    }

    /** Works the run to its end: somebody waits for it. To be called within its organisation. */
    void complete(ReminderRun run) {
        if (run.dryRun()) {
            pages.preview(run, stopping::get).ifPresent(total -> ledger.finishDry(run, total, clock.instant()));
            return;
        }
        for (int attempt = 0; attempt < PATIENCE && !stopping.get(); attempt++) {
            sweepUntilNothingIsLeft(run);
            if (ledger.finish(run, clock.instant()) || !pause()) {
                return;
            }
        }
    }

    private void sweepUntilNothingIsLeft(ReminderRun run) {
        int looked;
        do {
            looked = pages.sweep(run, stopping::get);
        } while (looked > 0 && !stopping.get());
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The page at work is written, no other is begun; what is left waits for another replica. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.set(true);
        requested.shutdown();
        if (!requested.awaitTermination(10, TimeUnit.SECONDS)) {
            Log.warn("A reminder run is still at its page; it is redone after the restart");
        }
    }
}
