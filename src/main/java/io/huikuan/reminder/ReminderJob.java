package io.huikuan.reminder;

import io.huikuan.organisation.OrganisationRegister;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The schedule: every replica asks, again and again, what is due for a look. They share the work without knowing of each other. */
@ApplicationScoped
class ReminderJob {
    private final OrganisationRegister organisations;
    private final RunLedger ledger;
    private final ReminderRunJob runs;
    private final Clock clock;

    ReminderJob(OrganisationRegister organisations, RunLedger ledger, ReminderRunJob runs, Clock clock) {
        this.organisations = organisations;
        this.ledger = ledger;
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(
            identity = "reminder",
            every = "{huikuan.reminder.tick}",
            delayed = "{huikuan.reminder.first-tick-after}",
            executionMaxDelay = "{huikuan.reminder.tick-jitter}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            runs.attempt(organisationId, () -> remind(organisationId));
        }
    }

    private void remind(UUID organisationId) {
        ledger.takeOver(organisationId, clock.instant()).forEach(runs::complete);
        var now = clock.instant();
        var today =
                LocalDate.ofInstant(now, organisations.settings(organisationId).zone());
        runs.prepare(organisationId, today);
        ledger.open(organisationId, today, now).ifPresent(runs::work);
    }
}
