package io.huikuan.recurrence;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Every replica looks for what has come; the database decides who makes a task of what. */
@ApplicationScoped
class RecurringTaskJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final RecurringTaskMaking making;
    private final Clock clock;

    RecurringTaskJob(
            OrganisationRegister organisations, OrganisationScope scope, RecurringTaskMaking making, Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.making = making;
        this.clock = clock;
    }

    @Scheduled(
            identity = "recurring-task",
            every = "{huikuan.recurring-task.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> makeAll(organisationId));
            } catch (RuntimeException broken) {
                // The next organisation's come all the same, and these with the next tick.
                Log.errorf(broken, "recurring tasks of organisation %s were not made", organisationId);
            }
        }
    }

    private int makeAll(UUID organisationId) {
        var now = clock.instant();
        var today =
                LocalDate.ofInstant(now, organisations.settings(organisationId).zone());
        int looked = 0;
        for (int page = making.make(organisationId, today, now);
                page > 0;
                page = making.make(organisationId, today, now)) {
            looked += page;
        }
        return looked;
    }
}
