package io.huikuan.moneycheck;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The self-check of every night: whoever comes first checks an organisation, and the others find that it was checked. */
@ApplicationScoped
class MoneyCheckJob {
    private static final Duration A_NIGHT = Duration.ofHours(20);

    private final OrganisationRegister organisations;
    private final OrganisationScope scope;
    private final MoneyChecking checking;
    private final MoneyCheckWatch watch;
    private final Clock clock;

    MoneyCheckJob(
            OrganisationRegister organisations,
            OrganisationScope scope,
            MoneyChecking checking,
            MoneyCheckWatch watch,
            Clock clock) {
        this.organisations = organisations;
        this.scope = scope;
        this.checking = checking;
        this.watch = watch;
        this.clock = clock;
    }

    @Scheduled(
            identity = "money-check",
            cron = "{huikuan.money-check.cron}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (var organisationId : organisations.ids()) {
            check(organisationId);
        }
        watch.look();
    }

    private void check(UUID organisationId) {
        try {
            scope.within(organisationId, () -> {
                checking.checkUnlessChecked(organisationId, A_NIGHT, clock.instant());
                return true;
            });
        } catch (RuntimeException broken) {
            // The next organisation is checked all the same; the age of this one's check tells operators.
            Log.errorf(broken, "money of organisation %s was not checked", organisationId);
        }
    }
}
