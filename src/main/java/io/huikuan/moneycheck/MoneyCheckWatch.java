package io.huikuan.moneycheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What operators are told of the latest checks; each replica reads it when it starts and after each night. */
@ApplicationScoped
class MoneyCheckWatch {
    private final MoneyChecking checking;
    private final AtomicLong violations = new AtomicLong();
    private final AtomicReference<Instant> checkedAt = new AtomicReference<>(Instant.EPOCH);

    MoneyCheckWatch(MoneyChecking checking, MeterRegistry registry) {
        this.checking = checking;
        registry.gauge("huikuan.money.violations", violations);
    }

    void begin(@Observes StartupEvent started) {
        look();
    }

    void look() {
        var kept = checking.kept();
        violations.set(kept.violations());
        checkedAt.set(kept.checkedAt());
    }

    long violations() {
        return violations.get();
    }

    /** {@link Instant#EPOCH} before the first night. */
    Instant checkedAt() {
        return checkedAt.get();
    }
}
