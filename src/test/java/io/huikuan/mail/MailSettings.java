package io.huikuan.mail;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@link MailConfig} as Quarkus would read it. */
final class MailSettings {

    private MailSettings() {}

    /** A server on this machine, in the clear. */
    static MailConfig onThisMachine(int port, Map<String, String> more) {
        var properties = new HashMap<>(Map.of(
                "huikuan.mail.host", "127.0.0.1",
                "huikuan.mail.port", Integer.toString(port),
                "huikuan.mail.security", "NONE",
                "huikuan.mail.from", "reminders@huikuan.example",
                "huikuan.mail.from-name", "回款"));
        properties.putAll(more);
        return of(properties);
    }

    static MailConfig of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(MailConfig.class)
                .build()
                .getConfigMapping(MailConfig.class);
    }
}
