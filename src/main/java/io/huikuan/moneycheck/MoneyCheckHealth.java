package io.huikuan.moneycheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what the latest checks found, and how many organisations still wait for one. Always up: a replica that is taken out puts no money right. */
@Readiness
@ApplicationScoped
class MoneyCheckHealth implements HealthCheck {
    private final MoneyCheckWatch watch;

    MoneyCheckHealth(MoneyCheckWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var seen = watch.seen();
        return HealthCheckResponse.named("money")
                .up()
                .withData("violations", seen.violations())
                .withData("unchecked", seen.unchecked())
                .withData(
                        "checked",
                        seen.checkedAt().equals(Instant.EPOCH)
                                ? "never"
                                : seen.checkedAt().toString())
                .build();
    }
}
