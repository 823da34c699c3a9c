package io.huikuan.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pushes are dispatched by each replica. */
@ConfigMapping(prefix = "huikuan.push.dispatch")
interface DispatchConfig {

    /** How often a replica looks for work; {@code off} where another is to do it. */
    String every();

    /** By how much a look may be late, at random, so that replicas do not all look at the same moment. */
    String jitter();

    /**
     * Sends at a time. Each needs a database connection shortly before and after, and none in between; more than FCM's connections carry at a
     * time (about a hundred each) gains nothing.
     */
    @WithDefault("16")
    int concurrency();

    /** After so many tries a delivery is dead. With the delays between them, eight take about half an hour. */
    @WithDefault("8")
    int maxAttempts();

    /** How long nothing is sent after our credentials were refused, unless the provider names a time. */
    @WithDefault("5m")
    Duration breakerPause();
}
