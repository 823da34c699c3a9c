package io.huikuan.channel;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** {@link FcmConfig} as Quarkus would read it. */
final class FcmSettings {

    private FcmSettings() {}

    static FcmConfig with(Map<String, String> properties) {
        return read(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(properties, "test", 500)));
    }

    static FcmConfig fromEnvironment(Map<String, String> variables) {
        return read(new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, 300)));
    }

    private static FcmConfig read(SmallRyeConfigBuilder builder) {
        return builder.withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FcmConfig.class)
                .build()
                .getConfigMapping(FcmConfig.class);
    }
}
