package io.huikuan.subscription;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Plans subscriptions when their time has come. Runs on every replica; the database decides who plans what. */
@ApplicationScoped
class SubscriptionJob {
    private static final Logger LOG = Logger.getLogger(SubscriptionJob.class);
    private static final int ROWS = 500;

    private final Subscribing subscribing;
    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final Clock clock;

    SubscriptionJob(Subscribing subscribing, OrganisationRegister organisations, OrganisationScope scope, Clock clock) {
        this.subscribing = subscribing;
        this.organisations = organisations;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(
            identity = "subscription",
            every = "{huikuan.subscription.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        organisations.ids().forEach(this::plan);
    }

    private void plan(UUID organisationId) {
        try {
            var planned = ROWS;
            while (planned == ROWS) {
                planned =
                        scope.within(organisationId, () -> subscribing.planDue(organisationId, clock.instant(), ROWS));
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "planning the subscriptions of organisation %s failed", organisationId);
        }
    }
}
