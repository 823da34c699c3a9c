package io.huikuan.mail;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Sandbox;
import io.huikuan.mail.MailConfig.Security;
import java.util.Optional;
import java.util.Properties;

/** The settings of {@link MailConfig}, checked, and as the mail library wants them. */
record MailSetup(MailConfig config, String host, Mailbox from) {

    /** The service must not start with these settings. The message is for an operator and holds no secret. */
    static final class UnusableMailSettings extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableMailSettings(String message) {
            super(message);
        }
    }

    /**
     * Empty where no mail server is configured.
     *
     * @throws UnusableMailSettings if one is configured wrongly
     */
    static Optional<MailSetup> of(MailConfig config) {
        return config.host().map(host -> {
            if (config.username().isPresent() != config.password().isPresent()) {
                throw new UnusableMailSettings(
                        "huikuan.mail.username and huikuan.mail.password go together: set both or neither.");
            }
            if (config.security() == Security.NONE && config.password().isPresent() && !Sandbox.isThisMachine(host)) {
                throw new UnusableMailSettings(
                        "huikuan.mail.security is NONE: a password would go out in the clear. Use STARTTLS or TLS.");
            }
            var from = config.from()
                    .filter(Mailbox::isMailbox)
                    .orElseThrow(
                            () -> new UnusableMailSettings(
                                    "huikuan.mail.host needs huikuan.mail.from beside it: the address that letters come from."));
            return new MailSetup(config, host, new Mailbox(from));
        });
    }

    /** The part of the sender's address after the @. */
    String domain() {
        return from.value().substring(from.value().indexOf('@') + 1);
    }

    /** Every step of the conversation has a limit, so that a server that hangs holds no thread for ever. */
    Properties properties() {
        var properties = new Properties();
        var read = Long.toString(config.sendTimeout().toMillis());
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        properties.put(
                "mail.smtp.connectiontimeout",
                Long.toString(config.connectTimeout().toMillis()));
        properties.put("mail.smtp.timeout", read);
        properties.put("mail.smtp.writetimeout", read);
        properties.put("mail.smtp.auth", Boolean.toString(config.password().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.from", from.value());
        properties.put("mail.smtp.ehlo", "true");
        properties.put("mail.smtp.localhost", domain());
        // What became of the letter is known before the good-bye.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }
}
