package io.huikuan.channel;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.AccessToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.HttpHost;

/**
 * The settings of {@link FcmConfig}, checked and put together: whose project, whose credentials, and whether all of it goes to a stand-in
 * on this machine.
 */
record FcmSetup(String projectId, Optional<FcmKeyFile> keyFile, Optional<HttpHost> standIn) {

    private static final String SANDBOX_PROJECT = "huikuan-sandbox";
    private static final AccessToken SANDBOX_TOKEN =
            AccessToken.newBuilder().setTokenValue("sandbox").build();

    /**
     * Empty where push is not configured.
     *
     * @throws UnusablePushSettings if it is configured wrongly
     */
    static Optional<FcmSetup> of(FcmConfig config, List<String> profiles) {
        requirePositive("connect-timeout", config.connectTimeout());
        requirePositive("send-timeout", config.sendTimeout());
        var standIn = config.endpoint().map(endpoint -> standIn(endpoint, profiles));
        var keyFile = config.credentialsFile().map(FcmKeyFile::read);
        if (standIn.isEmpty() && keyFile.isEmpty()) {
            return Optional.empty();
        }
        return config.projectId()
                .or(() -> keyFile.flatMap(FcmKeyFile::projectId))
                .or(() -> standIn.map(ignored -> SANDBOX_PROJECT))
                .map(projectId -> new FcmSetup(projectId, keyFile, standIn));
    }

    /** With a stand-in, real credentials are left alone: what they sign must not reach Google from a sandbox. */
    FcmAccessToken accessToken(HttpTransportFactory transports) {
        return keyFile.filter(file -> standIn.isEmpty() || file.asksThisMachineForTokens())
                .map(file -> new FcmAccessToken(file.credentials(transports)::refreshAccessToken))
                .orElseGet(() -> new FcmAccessToken(() -> SANDBOX_TOKEN));
    }

    private static HttpHost standIn(String endpoint, List<String> profiles) {
        if (!Sandbox.isOneOf(profiles)) {
            throw new UnusablePushSettings(
                    "huikuan.push.fcm.endpoint works in the profiles dev, test and demo only, not in " + profiles
                            + ": remove it.");
        }
        try {
            var uri = URI.create(endpoint);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var host = uri.getHost() == null ? "" : uri.getHost().replaceAll("[\\[\\]]", "");
            var path = uri.getRawPath() == null ? "" : uri.getRawPath();
            if (Set.of("http", "https").contains(scheme)
                    && Sandbox.isThisMachine(host)
                    && Set.of("", "/").contains(path)) {
                return new HttpHost(scheme, host, uri.getPort());
            }
        } catch (IllegalArgumentException _) {
            // not a URL: the sentence below says what one looks like
        }
        throw new UnusablePushSettings(
                "huikuan.push.fcm.endpoint has to be on this machine, such as http://127.0.0.1:9099, but is: "
                        + endpoint);
    }

    /** The SDK takes zero for "for ever". */
    private static void requirePositive(String name, Duration timeout) {
        if (timeout.toMillis() <= 0) {
            throw new UnusablePushSettings(
                    "huikuan.push.fcm." + name + " has to be a millisecond or more, but is: " + timeout);
        }
    }
}
