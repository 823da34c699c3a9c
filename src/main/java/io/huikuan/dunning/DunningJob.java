package io.huikuan.dunning;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Every replica asks, again and again, whether the day's letters are made. They share the work without knowing of each other. */
@ApplicationScoped
class DunningJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final DunningDay day;
    private final Clock clock;

    DunningJob(OrganisationRegister organisations, OrganisationScope scope, DunningDay day, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.day = day;
        this.clock = clock;
    }

    @Scheduled(
            identity = "dunning",
            every = "{huikuan.dunning.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> work(organisationId));
            } catch (RuntimeException broken) {
                // The next organisation's are made all the same, and these with the next tick.
                Log.errorf(broken, "letters to customers of organisation %s were not made", organisationId);
            }
        }
    }

    private int work(UUID organisationId) {
        return day.work(organisations.settings(organisationId), clock.instant());
    }
}
