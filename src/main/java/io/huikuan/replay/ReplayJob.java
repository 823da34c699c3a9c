package io.huikuan.replay;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Works replays to their end, page by page, off the request that asked for them; takes over what a lost replica has left. */
@ApplicationScoped
class ReplayJob {
    private final ReplayBook book;
    private final ReplayPaging paging;
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final Clock clock;

    private volatile boolean stopping;
    /** One at a time: it may be long, and nobody is told anything the later for it. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("policy-replay-", 0).factory());

    ReplayJob(
            ReplayBook book,
            ReplayPaging paging,
            OrganisationRegister organisations,
            OrganisationScope scope,
            Clock clock) {
        this.book = book;
        this.paging = paging;
        this.organisations = organisations;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(
            identity = "policy-replay",
            every = "{huikuan.replay.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeOver() {
        for (var organisationId : organisations.ids()) {
            scope.within(organisationId, () -> book.takeOver(organisationId, clock.instant()))
                    .forEach(id -> start(organisationId, id));
        }
    }

    /** Returns at once. Where this replica dies, another one takes over when the lease has run out. */
    void start(UUID organisationId, UUID id) {
        worker.execute(() -> {
            try {
                scope.within(organisationId, () -> work(organisationId, id));
            } catch (RuntimeException failure) {
                Log.errorf(
                        failure, "Replay %s of organisation %s has failed; a later tick goes on", id, organisationId);
            }
        });
    }

    /** @return false where it stopped before the end */
    private boolean work(UUID organisationId, UUID id) {
        var zone = organisations.settings(organisationId).zone();
        boolean more = true;
        while (more && !stopping) {
            var now = clock.instant();
            more = paging.goOn(organisationId, id, LocalDate.ofInstant(now, zone), now);
        }
        return !more;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            Log.warn("A policy replay is still at its page; it is redone after the restart");
        }
    }
}
