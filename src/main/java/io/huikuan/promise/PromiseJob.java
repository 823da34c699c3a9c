package io.huikuan.promise;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Every replica asks, again and again, which promises are to be decided on or reminded of. They share the work without knowing of each other. */
@ApplicationScoped
class PromiseJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final PromiseSettling settling;
    private final Clock clock;

    PromiseJob(OrganisationRegister organisations, OrganisationScope scope, PromiseSettling settling, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.settling = settling;
        this.clock = clock;
    }

    @Scheduled(
            identity = "promise",
            every = "{huikuan.promise.tick}",
            delayed = "{huikuan.promise.first-tick-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> work(organisationId));
            } catch (RuntimeException broken) {
                // The next organisation has its promises settled all the same, and this one is asked again.
                Log.errorf(broken, "promises of organisation %s were not settled", organisationId);
            }
        }
    }

    private int work(UUID organisationId) {
        var now = clock.instant();
        var today = organisations.settings(organisationId).today(now);
        var settled = 0;
        var page = settling.settleMatured(organisationId, today, now);
        while (page > 0) {
            settled += page;
            page = settling.settleMatured(organisationId, today, now);
        }
        while (settling.remind(organisationId, today, now)) {
            Log.debugf("more promises of organisation %s to remind of", organisationId);
        }
        return settled;
    }
}
