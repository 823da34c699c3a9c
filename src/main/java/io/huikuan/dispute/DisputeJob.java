package io.huikuan.dispute;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Every replica asks, again and again, which disputes are overdue. They share the work without knowing of each other. */
@ApplicationScoped
class DisputeJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final DisputeReminding reminding;
    private final Clock clock;

    DisputeJob(OrganisationRegister organisations, OrganisationScope scope, DisputeReminding reminding, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.reminding = reminding;
        this.clock = clock;
    }

    @Scheduled(
            identity = "dispute",
            every = "{huikuan.dispute.tick}",
            delayed = "{huikuan.dispute.first-tick-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> remind(organisationId));
            } catch (RuntimeException broken) {
                // The others are told all the same, and this one is asked again.
                Log.errorf(broken, "nobody was told of overdue disputes of organisation %s", organisationId);
            }
        }
    }

    private boolean remind(UUID organisationId) {
        var now = clock.instant();
        var today = organisations.settings(organisationId).today(now);
        boolean more = true;
        while (more) {
            more = reminding.remind(organisationId, today, now);
        }
        return true;
    }
}
