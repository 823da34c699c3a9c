package io.huikuan.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How subscriptions are told. */
@ConfigMapping(prefix = "huikuan.subscription")
interface SubscriptionConfig {
    /** How often a replica looks for what is due; {@code off} where another is to do it. */
    @WithDefault("30s")
    String every();

    /** Under which address the API is reached from outside, for the links in letters; without it they have none. */
    Optional<URI> publicUrl();
}
