package io.huikuan.moneycheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the last night's check found anything. Always up: a replica that is taken out puts no money right. */
@Readiness
@ApplicationScoped
class MoneyCheckHealth implements HealthCheck {
    private final MoneyCheckWatch watch;

    MoneyCheckHealth(MoneyCheckWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var checkedAt = watch.checkedAt();
        return HealthCheckResponse.named("money")
                .up()
                .withData("violations", watch.violations())
                .withData("checked", checkedAt.equals(Instant.EPOCH) ? "never" : checkedAt.toString())
                .build();
    }
}
