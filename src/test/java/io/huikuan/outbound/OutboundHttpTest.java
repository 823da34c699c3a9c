package io.huikuan.outbound;

import static io.huikuan.outbound.LoopbackHttp.body;
import static io.huikuan.outbound.LoopbackHttp.hangUp;
import static io.huikuan.outbound.LoopbackHttp.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.OutboundHttp.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OutboundHttpTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:53:00Z");
    private static final Duration IMPATIENT = Duration.ofMillis(700);
    private static final Address SOMEBODY = new Telephone("+8613800000000");
    private static final List<String> SANDBOX = List.of("test");

    private final LoopbackHttp server = new LoopbackHttp(body(200, "{\"fine\":true}"));
    private final OutboundHttp http =
            OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(Duration.ofSeconds(20)), SANDBOX);
    private final OutboundHttp impatient =
            OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(IMPATIENT), SANDBOX);

    @AfterEach
    void close() {
        server.close();
        http.close();
        impatient.close();
    }

    @Test
    void postsOnceWithItsHeadersAndHandsTheAnswerOver() {
        var outcome = http.post(request(server.url("/a%20b?key=k")), OutboundHttpTest::judge);

        assertThat(outcome).isEqualTo(new Accepted("200 true", SOMEBODY));
        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.path()).isEqualTo("/a%20b");
            assertThat(received.query()).isEqualTo("key=k");
            assertThat(received.headers())
                    .containsEntry("x-probe", "1")
                    .containsEntry("content-type", "application/json; charset=UTF-8")
                    .containsEntry("user-agent", "Huikuan")
                    .doesNotContainKeys("accept-encoding", "cookie");
            assertThat(received.json().path("text").asText()).isEqualTo("你好");
        });
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(body(301, ""), new Rejected("HTTP 301: redirects are not followed")),
                Arguments.of(body(400, "secret"), new Rejected("HTTP 400")),
                Arguments.of(body(401, ""), new ChannelAuth(Scope.LANE, "HTTP 401")),
                Arguments.of(body(403, ""), new ChannelAuth(Scope.LANE, "HTTP 403")),
                Arguments.of(body(404, ""), new Rejected("HTTP 404")),
                Arguments.of(body(408, ""), new UnknownOutcome("HTTP 408")),
                Arguments.of(body(429, ""), new Throttled(Duration.ofMinutes(1), Scope.LANE)),
                Arguments.of(
                        withHeader("Retry-After", "37", body(429, "")),
                        new Throttled(Duration.ofSeconds(37), Scope.LANE)),
                Arguments.of(
                        withHeader("Retry-After", "Mon, 23 Nov 2026 00:55:00 GMT", body(429, "")),
                        new Throttled(Duration.ofMinutes(2), Scope.LANE)),
                Arguments.of(body(500, ""), new Transient(Optional.empty(), "HTTP 500")),
                Arguments.of(
                        withHeader("Retry-After", "41", body(503, "")),
                        new Transient(Optional.of(Duration.ofSeconds(41)), "HTTP 503")),
                Arguments.of(body(504, ""), new UnknownOutcome("HTTP 504")),
                Arguments.of(hangUp(), new UnknownOutcome("no answer: NoHttpResponseException")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsAnswer(Answer answer, SendOutcome expected) {
        server.answering(answer);
        assertThat(http.post(request(server.url("/")), OutboundHttpTest::judge)).isEqualTo(expected);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void followsNoRedirectNotEvenToAnAllowedPlace() {
        server.answering(withHeader("Location", server.url("/elsewhere").toString(), body(307, "")));
        assertThat(http.post(request(server.url("/")), OutboundHttpTest::judge)).isInstanceOf(Rejected.class);
        assertThat(server.received()).extracting(LoopbackHttp.Received::path).containsExactly("/");
    }

    @Test
    void keepsNoCookie() {
        server.answering(withHeader("Set-Cookie", "a=b", body(200, "{}")));
        http.post(request(server.url("/")), OutboundHttpTest::judge);
        http.post(request(server.url("/")), OutboundHttpTest::judge);
        assertThat(server.received().getLast().headers()).doesNotContainKey("cookie");
    }

    @Test
    void connectsToWhatWasCheckedAndKeepsTheNameInTheRequest() {
        var port = server.url("/").getPort();
        // The name server changes its mind after the first look-up, as in a rebinding attack.
        var asked = new AtomicInteger();
        try (var rebound = OutboundHttp.toThePublic(
                OutboundSettings.withSendTimeout(Duration.ofSeconds(20)), SANDBOX, host -> new InetAddress[] {
                    InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.9.9.9")
                })) {
            var url = URI.create("http://localhost:" + port + "/");
            assertThat(rebound.post(request(url), OutboundHttpTest::judge)).isInstanceOf(Accepted.class);
        }
        assertThat(asked).hasValue(1);
        assertThat(server.received().getFirst().headers()).containsEntry("host", "localhost:" + port);
    }

    @Test
    void goesToNoAddressThatIsNotPublicWhateverItsName() {
        var url = URI.create("http://hooks.example.com:" + server.url("/").getPort() + "/");
        try (var pointed =
                OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(Duration.ofSeconds(20)), SANDBOX, host ->
                        new InetAddress[] {InetAddress.getLoopbackAddress()})) {
            assertThat(pointed.post(request(url), OutboundHttpTest::judge))
                    .isEqualTo(new Rejected("the host is not at a public address"));
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void goesToNoAddressWrittenAsANumberEither() {
        try (var production =
                OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(Duration.ofSeconds(20)), List.of("prod"))) {
            assertThat(production.post(request(server.url("/")), OutboundHttpTest::judge))
                    .isInstanceOf(Rejected.class);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void lookupThatNeverEndsIsGivenUpAndNothingHasGoneOut() {
        var never = new CountDownLatch(1);
        try (var stuck = OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(IMPATIENT), SANDBOX, host -> {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        })) {
            assertThat(stuck.post(request(server.url("/")), OutboundHttpTest::judge))
                    .isInstanceOf(Transient.class);
        }
    }

    @Test
    void readsABoundedPartOfAnEndlessAnswer() {
        server.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            writeForEver(exchange.getResponseBody(), 0);
        });
        var length = new AtomicInteger();
        http.post(request(server.url("/")), answer -> {
            length.set(answer.body().length());
            return new Accepted("", SOMEBODY);
        });
        assertThat(length).hasValue(64 * 1024);
    }

    @Test
    void answerThatDripsInEndsWithTheTimeout() {
        server.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            writeForEver(exchange.getResponseBody(), 50);
        });
        assertThat(impatient.post(request(server.url("/")), OutboundHttpTest::judge))
                .isEqualTo(new UnknownOutcome("no answer: none in time"));
    }

    @Test
    void headersThatDripInEndWithTheTimeout() throws IOException {
        try (var dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = dripping.accept()) {
                    var out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    writeForEver(out, 50);
                } catch (IOException hungUp) {
                    // as it should
                }
            });
            var url = URI.create("http://127.0.0.1:" + dripping.getLocalPort() + "/");
            assertThat(impatient.post(request(url), OutboundHttpTest::judge)).isInstanceOf(UnknownOutcome.class);
        }
    }

    @Test
    void serverThatIsNotThereCertainlyDidNotGetIt() {
        var url = server.url("/");
        server.close();
        assertThat(http.post(request(url), OutboundHttpTest::judge)).isInstanceOf(Transient.class);
    }

    @Test
    void saysNothingOfTheUrlWhereItFails() {
        var request = request(URI.create("http://127.0.0.1:1/send?key=very-secret"));
        assertThat(http.post(request, OutboundHttpTest::judge).toString()).doesNotContain("very-secret");
        assertThat(request.toString()).doesNotContain("very-secret");
    }

    private static Request request(URI url) {
        return new Request(url, Map.of("X-Probe", "1"), "{\"text\":\"你好\"}");
    }

    private static SendOutcome judge(OutboundAnswer answer) {
        return answer.isSuccess()
                ? new Accepted(
                        answer.status() + " " + answer.json().path("fine").asText(), SOMEBODY)
                : answer.refusal(Scope.LANE, NOW);
    }

    private static void writeForEver(OutputStream out, long pauseMillis) throws IOException {
        try {
            while (true) {
                out.write("x".repeat(pauseMillis == 0 ? 4096 : 1).getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
