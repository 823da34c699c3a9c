package io.huikuan.trigger;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Once a business date, whichever replica comes first. Two that come at once find the same occasions, and make each task once. */
@ApplicationScoped
class TriggerJob {
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final TriggerSetting settings;
    private final TriggerRunning running;
    private final Clock clock;

    TriggerJob(
            OrganisationRegister organisations,
            OrganisationScope scope,
            TriggerSetting settings,
            TriggerRunning running,
            Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.settings = settings;
        this.running = running;
        this.clock = clock;
    }

    @Scheduled(
            identity = "trigger",
            every = "{huikuan.trigger.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            try {
                scope.within(organisationId, () -> runUnlessDone(organisationId));
            } catch (RuntimeException broken) {
                // The next organisation's are found all the same, and these with the next tick.
                Log.errorf(broken, "occasions of organisation %s were not looked for", organisationId);
            }
        }
    }

    private int runUnlessDone(UUID organisationId) {
        var today = LocalDate.ofInstant(
                clock.instant(), organisations.settings(organisationId).zone());
        return running.isDone(organisationId, today) ? 0 : run(organisationId, today);
    }

    /** To be called within the organisation. Harmless to repeat. */
    int run(UUID organisationId, LocalDate today) {
        int tasks = 0;
        for (var trigger : settings.all(organisationId)) {
            var after = trigger.active() ? Optional.of(TriggerRunning.BEGINNING) : Optional.<UUID>empty();
            while (after.isPresent()) {
                var page = running.page(organisationId, trigger, today, after.get(), clock.instant());
                tasks += page.tasks();
                after = page.reached();
            }
        }
        running.done(organisationId, today, tasks, clock.instant());
        return tasks;
    }
}
