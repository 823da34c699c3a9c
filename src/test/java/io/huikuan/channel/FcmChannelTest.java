package io.huikuan.channel;

import static io.huikuan.channel.LoopbackFcm.body;
import static io.huikuan.channel.LoopbackFcm.error;
import static io.huikuan.channel.LoopbackFcm.fcmError;
import static io.huikuan.channel.LoopbackFcm.hangUp;
import static io.huikuan.channel.LoopbackFcm.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Platform;
import io.huikuan.channel.LoopbackFcm.Answer;
import io.huikuan.channel.LoopbackFcm.Received;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.channel.SendOutcome.WrongApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract against the real SDK, and one row for each answer that FCM, or what sits before it, is known to give. */
class FcmChannelTest extends ChannelContractTest {

    private static final Device FID = new Device("fid-1", AddressKind.FID, Platform.IOS);
    private static final Answer UNREGISTERED = fcmError(404, "NOT_FOUND", "UNREGISTERED");
    private static final Answer HTML_502 =
            withHeader("Content-Type", "text/html", body(502, "<html><title>502 Bad Gateway</title></html>"));
    private static final Answer HTML_404 =
            withHeader("Content-Type", "text/html", body(404, "<html><title>Not found</title></html>"));

    private final LoopbackFcm fcm = ((FcmProvider) theProvider()).fcm();

    private record FcmProvider(LoopbackFcm fcm) implements Provider {

        @Override
        public void knowsNobody() {
            fcm.alwaysAnswering(UNREGISTERED);
        }

        @Override
        public void finds(String fault) {
            fcm.alwaysAnswering(body(400, """
                    {"error":{"code":400,"status":"INVALID_ARGUMENT","message":"%s"}}""".formatted(fault)));
        }

        @Override
        public void refusesOurCredentials() {
            fcm.alwaysAnswering(error(401, "UNAUTHENTICATED"));
        }

        @Override
        public void throttles(Duration retryAfter) {
            fcm.alwaysAnswering(withHeader(
                    "Retry-After",
                    Long.toString(retryAfter.toSeconds()),
                    fcmError(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED")));
        }

        @Override
        public void isOverloaded(Duration retryAfter) {
            fcm.alwaysAnswering(withHeader(
                    "Retry-After", Long.toString(retryAfter.toSeconds()), fcmError(503, "UNAVAILABLE", "UNAVAILABLE")));
        }

        @Override
        public void isBroken() {
            fcm.alwaysAnswering(fcmError(500, "INTERNAL", "INTERNAL"));
        }

        @Override
        public void takesAndHangsUp() {
            fcm.alwaysAnswering(hangUp());
        }

        @Override
        public void takesAndSaysNothing() {
            fcm.alwaysAnswering(fcm.silence());
        }

        @Override
        public void acceptsOnce(CountDownLatch opened) {
            fcm.alwaysAnswering(LoopbackFcm.after(opened, fcm::accept));
        }

        @Override
        public List<String> arrived() {
            return fcm.received().stream()
                    .map(received ->
                            received.message().at("/data/notificationId").asText())
                    .toList();
        }

        @Override
        public void close() {
            fcm.close();
        }
    }

    @Override
    protected Address anAddress() {
        return new Device("address-1", AddressKind.TOKEN, Platform.ANDROID);
    }

    @Override
    protected Provider provider() {
        return new FcmProvider(server());
    }

    /** Whom the channel speaks to. */
    LoopbackFcm server() {
        return new LoopbackFcm();
    }

    final LoopbackFcm fcm() {
        return fcm;
    }

    @Override
    protected Channel open(Duration patience) {
        var endpoint = ((FcmProvider) theProvider()).fcm().endpoint();
        var config = FcmSettings.with(Map.of(
                "huikuan.push.fcm.project-id",
                "collections",
                "huikuan.push.fcm.endpoint",
                endpoint.toString(),
                "huikuan.push.fcm.send-timeout",
                patience.toMillis() + "ms"));
        return new FcmChannel(config, List.of("test"));
    }

    static Stream<Arguments> answers() {
        var detailed =
                "{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{\"field\":\"%s\"}]}";
        var invalid =
                "{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"INVALID_ARGUMENT\"}";
        return Stream.of(
                Arguments.of("unregistered", UNREGISTERED, new AddressGone("HTTP 404: NOT_FOUND for a reason")),
                Arguments.of("404 from a proxy", HTML_404, new Transient(Optional.empty(), "HTTP 404")),
                Arguments.of(
                        "404 of a wrong project",
                        error(404, "NOT_FOUND"),
                        new Transient(Optional.empty(), "HTTP 404: NOT_FOUND for a reason")),
                Arguments.of(
                        "invalid argument, which is the token",
                        error(400, "INVALID_ARGUMENT", invalid, detailed.formatted("message.token")),
                        new AddressGone("HTTP 400: INVALID_ARGUMENT for a reason")),
                Arguments.of(
                        "invalid argument, which is the token by its text",
                        body(400, """
                                {"error":{"code":400,"status":"INVALID_ARGUMENT",
                                "message":"The registration token is not a valid FCM registration token"}}"""),
                        new AddressGone("HTTP 400: The registration token is not a valid FCM registration token")),
                Arguments.of(
                        "invalid argument, which is the payload",
                        error(400, "INVALID_ARGUMENT", invalid, detailed.formatted("message.android.ttl")),
                        new Rejected("HTTP 400: INVALID_ARGUMENT for a reason")),
                Arguments.of(
                        "bad request without a messaging code",
                        error(400, "INVALID_ARGUMENT", detailed.formatted("message")),
                        new Rejected("HTTP 400: INVALID_ARGUMENT for a reason")),
                Arguments.of("too large for a proxy", body(413, "<html/>"), new Rejected("HTTP 413")),
                Arguments.of(
                        "another project's token",
                        fcmError(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH"),
                        new WrongApp("HTTP 403: PERMISSION_DENIED for a reason")),
                Arguments.of(
                        "messaging not permitted",
                        error(403, "PERMISSION_DENIED"),
                        new ChannelAuth(Scope.CHANNEL, "HTTP 403: PERMISSION_DENIED for a reason")),
                Arguments.of(
                        "Apple refuses FCM",
                        fcmError(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR"),
                        new ChannelAuth(Scope.LANE, "HTTP 401: UNAUTHENTICATED for a reason")),
                Arguments.of(
                        "FCM refuses us",
                        withHeader(
                                "WWW-Authenticate",
                                "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"",
                                error(401, "UNAUTHENTICATED")),
                        new ChannelAuth(Scope.CHANNEL, "HTTP 401: UNAUTHENTICATED for a reason")),
                Arguments.of(
                        "quota, no delay asked for",
                        fcmError(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"),
                        new Throttled(Duration.ofMinutes(1), Scope.CHANNEL)),
                Arguments.of(
                        "quota of one device",
                        withHeader("Retry-After", "90", error(429, "RESOURCE_EXHAUSTED", """
                                {"@type":"type.googleapis.com/google.rpc.QuotaFailure",
                                "violations":[{"subject":"x","description":"Device message rate exceeded"}]}""")),
                        new Throttled(Duration.ofSeconds(90), Scope.ADDRESS)),
                Arguments.of(
                        "too many requests, until a date",
                        withHeader("Retry-After", "Mon, 23 Nov 2026 00:55:00 GMT", body(429, "slow down")),
                        new Throttled(Duration.ofMinutes(2), Scope.CHANNEL)),
                Arguments.of(
                        "too many requests, until gibberish",
                        withHeader("Retry-After", "soon", body(429, "")),
                        new Throttled(Duration.ofMinutes(1), Scope.CHANNEL)),
                Arguments.of(
                        "internal error",
                        fcmError(500, "INTERNAL", "INTERNAL"),
                        new Transient(Optional.empty(), "HTTP 500: INTERNAL for a reason")),
                Arguments.of("bad gateway in HTML", HTML_502, new Transient(Optional.empty(), "HTTP 502")),
                Arguments.of(
                        "unavailable, no delay asked for",
                        fcmError(503, "UNAVAILABLE", "UNAVAILABLE"),
                        new Transient(Optional.empty(), "HTTP 503: UNAVAILABLE for a reason")),
                Arguments.of(
                        "unavailable for a long time",
                        withHeader("Retry-After", "600", body(503, "<html/>")),
                        new Transient(Optional.of(Duration.ofMinutes(10)), "HTTP 503")),
                Arguments.of("a gateway gave up", body(504, ""), new UnknownOutcome("HTTP 504")),
                Arguments.of(
                        "a code of the future",
                        fcmError(500, "INTERNAL", "MOON_PHASE"),
                        new Transient(Optional.empty(), "HTTP 500: INTERNAL for a reason")),
                Arguments.of(
                        "accepted in gibberish",
                        body(200, "<html>"),
                        new UnknownOutcome("taken, but the answer makes no sense: HTTP 200")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void mapsAnswer(String name, Answer answer, SendOutcome expected) {
        fcm.alwaysAnswering(answer);

        assertThat(theChannel().send(anEnvelope(), NOW)).as(name).isEqualTo(expected);
        assertThat(fcm.received()).hasSize(1);
    }

    @Test
    void installationIdIsSentAsSuch() {
        assertThat(theChannel().send(anEnvelopeTo(FID), NOW))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.reachedAs()).isEqualTo(FID));
        assertThat(fcm.received())
                .singleElement()
                .satisfies(sent -> assertThat(addressesOf(sent)).isEqualTo("fid=fid-1 token="));
    }

    @Test
    void unregisteredInstallationIdIsTriedOnceAsToken() {
        fcm.answering(UNREGISTERED);

        assertThat(theChannel().send(anEnvelopeTo(FID), NOW))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.reachedAs()).isEqualTo(FID.as(AddressKind.TOKEN)));
        assertThat(fcm.received().stream().map(FcmChannelTest::addressesOf))
                .containsExactly("fid=fid-1 token=", "fid= token=fid-1");
    }

    @Test
    void installationIdThatIsNoTokenEitherIsGone() {
        fcm.answering(UNREGISTERED, error(400, "INVALID_ARGUMENT"));

        assertThat(theChannel().send(anEnvelopeTo(FID), NOW)).isInstanceOf(AddressGone.class);
        assertThat(fcm.received()).hasSize(2);
    }

    @Test
    void installationIdIsKeptWhereTheSecondNameGetsNoAnswer() {
        fcm.answering(UNREGISTERED, hangUp());

        assertThat(theChannel().send(anEnvelopeTo(FID), NOW)).isInstanceOf(UnknownOutcome.class);
    }

    @Test
    void unregisteredTokenIsNotTriedAgain() {
        fcm.answering(UNREGISTERED);

        assertThat(theChannel().send(anEnvelope(), NOW)).isInstanceOf(AddressGone.class);
        assertThat(fcm.received()).hasSize(1);
    }

    @Test
    void messageLargerThanFcmTakesStaysHere() {
        var outcome =
                theChannel().send(anEnvelopeTo(new Device("a".repeat(4096), AddressKind.TOKEN, Platform.ANDROID)), NOW);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(fcm.received()).isEmpty();
    }

    @Test
    void interruptedSendLeavesTheOutcomeUnknownAndTheThreadInterrupted() throws Exception {
        fcm.alwaysAnswering(fcm.silence());
        var outcome = new AtomicReference<SendOutcome>();
        var stillInterrupted = new AtomicBoolean();
        var sender = Thread.ofPlatform().start(() -> {
            outcome.set(theChannel().send(anEnvelope(), NOW));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        await(() -> !fcm.received().isEmpty());

        sender.interrupt();
        sender.join();

        assertThat(outcome.get()).isInstanceOf(UnknownOutcome.class);
        assertThat(stillInterrupted).isTrue();
    }

    private static String addressesOf(Received sent) {
        return "fid=" + sent.message().path("fid").asText() + " token="
                + sent.message().path("token").asText();
    }
}
