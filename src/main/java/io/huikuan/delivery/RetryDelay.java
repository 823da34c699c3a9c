package io.huikuan.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: ten seconds at least, then anything up to a bound that doubles with each try ("full jitter"), so that
 * what failed together does not come back together; and never sooner than the provider asks.
 */
final class RetryDelay {
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 6;

    private RetryDelay() {}

    /** @param attempts made so far, 1 or more */
    static Duration after(int attempts, Optional<Duration> asked, RandomGenerator random) {
        var bound = LEAST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        var jitter = random.nextLong((bound.compareTo(MOST) > 0 ? MOST : bound).toMillis());
        var least = asked.filter(wanted -> wanted.compareTo(LEAST) > 0).orElse(LEAST);
        return least.plusMillis(jitter);
    }
}
