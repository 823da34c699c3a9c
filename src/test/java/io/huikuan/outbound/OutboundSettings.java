package io.huikuan.outbound;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** {@link OutboundConfig} as Quarkus would read it. */
public final class OutboundSettings {

    private OutboundSettings() {}

    public static OutboundConfig withSendTimeout(Duration timeout) {
        var properties = Map.of("huikuan.outbound.send-timeout", timeout.toMillis() + "ms");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutboundConfig.class)
                .build()
                .getConfigMapping(OutboundConfig.class);
    }
}
