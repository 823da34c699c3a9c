package io.huikuan.moneycheck;

import io.huikuan.moneycheck.KeptCheckQueries.Kept;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What operators are told of the latest checks, whichever replica has made them. */
@ApplicationScoped
class MoneyCheckWatch {
    /** A day, and time for the night's check to reach the last organisation. */
    private static final Duration OVERDUE = Duration.ofHours(26);

    private final MoneyChecking checking;
    private final AtomicReference<Kept> seen = new AtomicReference<>(new Kept(0, Instant.EPOCH, 0));

    MoneyCheckWatch(MoneyChecking checking, MeterRegistry registry) {
        this.checking = checking;
        registry.gauge("huikuan.money.violations", seen, kept -> kept.get().violations());
        registry.gauge("huikuan.money.unchecked", seen, kept -> kept.get().unchecked());
    }

    void look(Instant now) {
        seen.set(checking.kept(now.minus(OVERDUE)));
    }

    /** Nothing wrong and nothing checked before the first look. */
    Kept seen() {
        return seen.get();
    }
}
