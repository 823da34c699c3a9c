package io.huikuan.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of requests to robots, webhooks and SMS gateways. */
@ConfigMapping(prefix = "huikuan.outbound")
public interface OutboundConfig {

    /** For opening a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** For one request from beginning to end: its host's look-up, the connection, the request and the answer. */
    @WithDefault("10s")
    Duration sendTimeout();

    /** How many are under way at a time to one kind of target; the others wait, within their time. */
    @WithDefault("20")
    int connections();
}
