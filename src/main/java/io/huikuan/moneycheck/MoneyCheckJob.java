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
        look();
    }

    /** Others check too, and whoever puts books right has them checked at once. */
    @Scheduled(identity = "money-watch", every = "{huikuan.money-check.look-every}")
    void look() {
        watch.look(clock.instant());
    }

    private void check(UUID organisationId) {
        try {
            scope.within(organisationId, () -> checking.checkUnlessChecked(organisationId, A_NIGHT, clock.instant()));
        } catch (RuntimeException broken) {
            // The next organisation is checked all the same; operators see this one among the unchecked.
            Log.errorf(broken, "money of organisation %s was not checked", organisationId);
        }
    }
}
