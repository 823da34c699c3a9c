package io.huikuan.importing;

import io.huikuan.csv.BrokenFile;
import io.huikuan.landing.ImportPlanning;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Works on files: at once on those that came in here, and at every tick on those that another replica has left behind. */
@ApplicationScoped
class ImportJob {
    private static final Logger LOG = Logger.getLogger(ImportJob.class);

    static final int PAGE = 1000;

    /** Each holds a connection and a thread while it works. */
    private static final int FILES_AT_ONCE = 2;

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE_AFTER_DEFECT = Duration.ofSeconds(10);

    private final ImportProgress progress;
    private final ImportPlanning planning;
    private final OrganisationScope scope;
    private final Clock clock;
    private final Semaphore places = new Semaphore(FILES_AT_ONCE);
    private volatile boolean stopping;

    ImportJob(ImportProgress progress, ImportPlanning planning, OrganisationScope scope, Clock clock) {
        this.progress = progress;
        this.planning = planning;
        this.scope = scope;
        this.clock = clock;
    }

    void begin(@ObservesAsync ImportReceived received) {
        if (places.tryAcquire()) {
            work(Optional.of(received.lease()));
        } else {
            // Whoever is done with another file first takes it.
            progress.release(received.lease(), clock.instant());
        }
    }

    @Scheduled(
            identity = "import-takeover",
            every = "{huikuan.importing.takeover-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void takeOver() {
        if (places.tryAcquire()) {
            work(Optional.empty());
        }
    }

    /** Pages that were begun are finished; whoever comes next goes on behind them. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void work(Optional<Lease> first) {
        try {
            var lease = first.or(() -> progress.claim(clock.instant()));
            while (lease.isPresent()) {
                var present = lease.get();
                scope.within(present.organisationId(), () -> {
                    importFile(present);
                    return present;
                });
                lease = stopping ? Optional.empty() : progress.claim(clock.instant());
            }
        } catch (RuntimeException defect) {
            LOG.error("imports stopped; they go on when their leases have expired", defect);
        } finally {
            places.release();
        }
    }

    private void importFile(Lease lease) {
        try {
            if (lease.attempts() > MOST_ATTEMPTS) {
                progress.fail(lease, "given-up", List.of(), clock.instant());
            } else {
                readOn(lease);
            }
        } catch (BrokenFile broken) {
            progress.fail(lease, "file-broken", List.of(broken.line()), clock.instant());
        } catch (InvalidRequest changed) {
            // It was checked when it came in: the rules have changed since.
            LOG.errorf(changed, "import %s no longer fits", lease.importId());
            progress.fail(lease, "given-up", List.of(), clock.instant());
        } catch (LeaseLost lost) {
            LOG.info(lost.getMessage());
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "import %s stopped; it goes on later", lease.importId());
            progress.release(lease, clock.instant().plus(PAUSE_AFTER_DEFECT));
        }
    }

    private void readOn(Lease lease) {
        var plan = planning.plan(lease.spec());
        try (var rows = plan.open(new ChunkStream(ordinal -> progress.chunk(lease, ordinal)))) {
            rows.skip(lease.rowsRead());
            for (var page = rows.next(PAGE); !page.isEmpty(); page = rows.next(PAGE)) {
                if (stopping) {
                    progress.release(lease, clock.instant());
                    return;
                }
                progress.land(lease, plan.kind(), page, clock.instant());
            }
        }
        progress.finish(lease, clock.instant());
    }
}
