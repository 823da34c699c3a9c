package io.huikuan.channel;

import static io.huikuan.channel.ChannelContractTest.NOW;
import static io.huikuan.channel.ChannelContractTest.anEnvelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Transient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the channel is on, with whose credentials, and which settings stop the start. */
class FcmSetupTest {

    private static String privateKey = "";

    private final LoopbackFcm fcm = new LoopbackFcm();

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeAKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        privateKey = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    }

    @AfterEach
    void stopFcm() {
        fcm.close();
    }

    @Test
    void isOffWithoutSettingsAndSaysSoToWhoeverSends() {
        try (var channel = channel(Map.of(), "prod")) {
            assertThat(channel.isOn()).isFalse();
            assertThat(channel.send(anEnvelope(), NOW))
                    .isEqualTo(new ChannelAuth(Scope.CHANNEL, "push through FCM is not configured"));
        }
    }

    @Test
    void isOffWithAProjectAndNoCredentials() {
        try (var channel = channel(Map.of("project-id", "collections"), "prod")) {
            assertThat(channel.isOn()).isFalse();
        }
    }

    @Test
    void isOffWithCredentialsThatNameNoProject() throws Exception {
        var file = keyFile("https://oauth2.googleapis.com/token").replace("\"project_id\": \"collections\",", "");
        try (var channel = channel(Map.of("credentials-file", write(file)), "prod")) {
            assertThat(channel.isOn()).isFalse();
        }
    }

    @Test
    void isOnWithACredentialsFileWhichNamesTheProject() throws Exception {
        var file = write(keyFile("https://oauth2.googleapis.com/token"));
        try (var channel = channel(Map.of("credentials-file", file), "prod")) {
            assertThat(channel.isOn()).isTrue();
        }
    }

    @Test
    void environmentVariablesAreReadUnderTheirUsualNames() {
        var config = FcmSettings.fromEnvironment(Map.of(
                "HUIKUAN_PUSH_FCM_PROJECT_ID", "collections",
                "HUIKUAN_PUSH_FCM_CREDENTIALS_FILE", "/run/secrets/fcm.json",
                "HUIKUAN_PUSH_FCM_ENDPOINT", "http://127.0.0.1:9099"));
        assertThat(config.projectId()).contains("collections");
        assertThat(config.credentialsFile()).contains("/run/secrets/fcm.json");
        assertThat(config.endpoint()).contains("http://127.0.0.1:9099");
        assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "demo"})
    void standInNeedsNothingElseInASandbox(String profile) {
        try (var channel = channel(Map.of("endpoint", fcm.endpoint().toString()), profile)) {
            assertThat(channel.send(anEnvelope(), NOW)).isInstanceOf(Accepted.class);
        }
        assertThat(fcm.received()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/projects/huikuan-sandbox/messages:send");
            assertThat(request.headers()).containsEntry("authorization", "Bearer sandbox");
        });
    }

    @Test
    void standInStopsTheStartInProduction() {
        assertThatThrownBy(() -> channel(Map.of("endpoint", "http://127.0.0.1:9099"), "prod"))
                .isInstanceOf(UnusablePushSettings.class)
                .hasMessage(
                        "huikuan.push.fcm.endpoint works in the profiles dev, test and demo only, not in [prod]: remove it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.example.com", "http://10.0.0.7:9099", "http://127.0.0.1.example.com", "ftp://127.0.0.1:21",
                "http://0.0.0.0:9099", "127.0.0.1:9099", "not a url", "http://127.0.0.1:9099/prefix"
            })
    void standInElsewhereStopsTheStart(String endpoint) {
        assertThatThrownBy(() -> channel(Map.of("endpoint", endpoint), "dev"))
                .isInstanceOf(UnusablePushSettings.class)
                .hasMessage(
                        "huikuan.push.fcm.endpoint has to be on this machine, such as http://127.0.0.1:9099, but is: "
                                + endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9099", "http://127.8.9.10:9099", "https://[::1]:9099", "HTTP://LOCALHOST"})
    void standInOnThisMachineIsTaken(String endpoint) {
        try (var channel = channel(Map.of("endpoint", endpoint), "dev")) {
            assertThat(channel.isOn()).isTrue();
        }
    }

    @Test
    void missingCredentialsFileStopsTheStart() {
        var missing = folder.resolve("nowhere.json").toString();
        assertThatThrownBy(() -> channel(Map.of("credentials-file", missing, "project-id", "collections"), "prod"))
                .isInstanceOf(UnusablePushSettings.class)
                .hasMessage("huikuan.push.fcm.credentials-file can't be read: there is no readable file at " + missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json: s3cret",
                "[]",
                "{\"type\":\"s3cret\"}",
                "{\"type\":\"service_account\",\"client_id\":\"1\",\"client_email\":\"a@b\",\"private_key_id\":\"1\",\"private_key\":\"s3cret\"}",
                "{\"type\":{\"s3cret\":1}}"
            })
    void unusableCredentialsFileStopsTheStartWithoutQuotingIt(String content) throws Exception {
        var file = write(content);
        assertThatThrownBy(() -> channel(Map.of("credentials-file", file, "project-id", "collections"), "prod"))
                .isInstanceOf(UnusablePushSettings.class)
                .hasNoCause()
                .hasMessage("huikuan.push.fcm.credentials-file is not a Google credentials file"
                        + " (a service account's key or an external_account): " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect-timeout", "send-timeout"})
    void timeoutOfZeroWouldBeForEverAndStopsTheStart(String timeout) {
        assertThatThrownBy(() -> channel(Map.of(timeout, "0s"), "prod"))
                .isInstanceOf(UnusablePushSettings.class)
                .hasMessageStartingWith("huikuan.push.fcm." + timeout);
    }

    @Test
    void realCredentialsAreLeftAloneByAStandIn() throws Exception {
        var file = write(keyFile("https://oauth2.googleapis.com/token"));
        try (var channel = channel(
                Map.of("credentials-file", file, "endpoint", fcm.endpoint().toString()), "dev")) {
            assertThat(channel.send(anEnvelope(), NOW)).isInstanceOf(Accepted.class);
        }
        assertThat(authorizations()).containsExactly("Bearer sandbox");
    }

    @Test
    void serviceAccountFetchesOneTokenForManyMessages() throws Exception {
        try (var channel = withTokensFrom(fcm.endpoint().resolve("/token"))) {
            channel.send(anEnvelope(), NOW);
            channel.send(anEnvelope(), NOW);
        }
        assertThat(authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
        assertThat(fcm.tokensGranted()).isEqualTo(1);
    }

    @Test
    void refusedTokenIsRenewedBeforeTheNextMessageAndNotBefore() throws Exception {
        fcm.answering(LoopbackFcm.error(401, "UNAUTHENTICATED"));
        try (var channel = withTokensFrom(fcm.endpoint().resolve("/token"))) {
            assertThat(channel.send(anEnvelope(), NOW)).isInstanceOf(ChannelAuth.class);
            assertThat(fcm.tokensGranted()).isEqualTo(1);
            assertThat(channel.send(anEnvelope(), NOW)).isInstanceOf(Accepted.class);
        }
        assertThat(authorizations()).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void tokenIsKeptWhereOnlyAppleRefuses() throws Exception {
        fcm.answering(LoopbackFcm.fcmError(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR"));
        try (var channel = withTokensFrom(fcm.endpoint().resolve("/token"))) {
            channel.send(anEnvelope(), NOW);
            channel.send(anEnvelope(), NOW);
        }
        assertThat(fcm.tokensGranted()).isEqualTo(1);
    }

    @Test
    void tokenEndpointThatRefusesUsStopsTheChannel() throws Exception {
        fcm.grantingTokensBy(LoopbackFcm.body(400, "{\"error\":\"invalid_grant\"}"));
        try (var channel = withTokensFrom(fcm.endpoint().resolve("/token"))) {
            assertThat(channel.send(anEnvelope(), NOW))
                    .isEqualTo(new ChannelAuth(Scope.CHANNEL, "the token endpoint refuses our credentials"));
        }
        assertThat(fcm.received()).isEmpty();
    }

    @Test
    void tokenEndpointThatIsDownIsNoUnknownOutcome() throws Exception {
        fcm.grantingTokensBy(LoopbackFcm.body(503, "down"));
        try (var channel = withTokensFrom(fcm.endpoint().resolve("/token"))) {
            assertThat(channel.send(anEnvelope(), NOW)).isInstanceOf(Transient.class);
        }
        assertThat(fcm.received()).isEmpty();
    }

    private List<String> authorizations() {
        return fcm.received().stream()
                .map(request -> request.headers().get("authorization"))
                .toList();
    }

    private Channel withTokensFrom(URI tokenEndpoint) throws Exception {
        var file = write(keyFile(tokenEndpoint.toString()));
        return channel(
                Map.of("credentials-file", file, "endpoint", fcm.endpoint().toString()), "test");
    }

    private static Channel channel(Map<String, String> settings, String profile) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("huikuan.push.fcm." + name, value));
        return new FcmChannel(FcmSettings.with(properties), List.of(profile));
    }

    private String write(String content) throws Exception {
        return Files.writeString(folder.resolve("key.json"), content).toString();
    }

    private static String keyFile(String tokenUri) {
        return """
                {
                  "type": "service_account",
                  "project_id": "collections",
                  "private_key_id": "1",
                  "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
                  "client_email": "push@collections.example.com",
                  "client_id": "1",
                  "token_uri": "%s"
                }""".formatted(privateKey, tokenUri);
    }
}
