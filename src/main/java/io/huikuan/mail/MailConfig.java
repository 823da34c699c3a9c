package io.huikuan.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** E-mail over SMTP. Without a host the channel is off and the service runs. */
@ConfigMapping(prefix = "huikuan.mail")
interface MailConfig {
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** How the line is secured. */
    @WithDefault("STARTTLS")
    Security security();

    Optional<String> username();

    Optional<String> password();

    /** The address that letters come from; bounces go there, too. Its domain is that of the Message-IDs. */
    Optional<String> from();

    /** The name beside it. */
    @WithDefault("Huikuan")
    String fromName();

    /** For opening a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** For one letter from beginning to end, its attachments included. */
    @WithDefault("30s")
    Duration sendTimeout();

    enum Security {
        /** Begins in the clear and goes no further without TLS. */
        STARTTLS,
        /** TLS from the first byte; usually on port 465. */
        TLS,
        /** In the clear: only for a relay that asks for no password, or is on this very machine. */
        NONE
    }
}
