package io.huikuan.followup;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Every replica looks whose time has come; the database decides who tells of what. */
@ApplicationScoped
class FollowUpTellingJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final FollowUpTelling telling;
    private final Clock clock;

    FollowUpTellingJob(
            OrganisationRegister organisations, OrganisationScope scope, FollowUpTelling telling, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.telling = telling;
        this.clock = clock;
    }

    @Scheduled(
            identity = "follow-up-telling",
            every = "{huikuan.follow-up.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> tellAll(organisationId));
            } catch (RuntimeException broken) {
                // The next organisation's people are told all the same, and these with the next tick.
                Log.errorf(broken, "nobody of organisation %s was told of tasks", organisationId);
            }
        }
    }

    private int tellAll(UUID organisationId) {
        var now = clock.instant();
        var today =
                LocalDate.ofInstant(now, organisations.settings(organisationId).zone());
        int looked = 0;
        for (int page = telling.tellDue(organisationId, today, now);
                page > 0;
                page = telling.tellDue(organisationId, today, now)) {
            looked += page;
        }
        return looked;
    }
}
