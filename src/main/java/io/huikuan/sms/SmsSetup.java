package io.huikuan.sms;

import io.huikuan.channel.Sandbox;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The settings of {@link SmsConfig}, checked and put together. */
record SmsSetup(URI url, Optional<String> bearerToken, Optional<String> signingSecret) {

    /** The service must not start with these settings. The message is for an operator and holds no secret. */
    static final class UnusableSmsSettings extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableSmsSettings(String message) {
            super(message);
        }
    }

    /**
     * Empty where no gateway is configured.
     *
     * @throws UnusableSmsSettings if one is configured wrongly
     */
    static Optional<SmsSetup> of(SmsConfig config) {
        return config.url().map(url -> {
            if (config.bearerToken().isEmpty() && config.signingSecret().isEmpty()) {
                throw new UnusableSmsSettings(
                        "huikuan.sms.url needs huikuan.sms.bearer-token or huikuan.sms.signing-secret beside it.");
            }
            if (config.signingSecret().filter(secret -> !isSecret(secret)).isPresent()) {
                throw new UnusableSmsSettings(
                        "huikuan.sms.signing-secret has to be whsec_ and 24 bytes or more in Base64.");
            }
            return new SmsSetup(checked(url), config.bearerToken(), config.signingSecret());
        });
    }

    private static boolean isSecret(String secret) {
        return secret.matches("whsec_[A-Za-z0-9+/]{32,}={0,2}");
    }

    private static URI checked(String text) {
        try {
            var url = new URI(text);
            var host = url.getHost() == null ? "" : url.getHost().replaceAll("[\\[\\]]", "");
            var https = "https".equalsIgnoreCase(url.getScheme()) && !host.isEmpty();
            var here = "http".equalsIgnoreCase(url.getScheme()) && Sandbox.isThisMachine(host);
            if (url.getRawUserInfo() == null && (https || here)) {
                return url;
            }
        } catch (URISyntaxException _) {
            // the sentence below says what one looks like
        }
        throw new UnusableSmsSettings("huikuan.sms.url has to be https, or http on this machine, without a password.");
    }
}
