package io.huikuan.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Speaks the FCM v1 protocol on the loopback interface, so that the real SDK has somebody to talk to: HTTP/1.1, or as FCM does HTTP/2 over
 * TLS. It accepts what it is sent, unless it is told what to answer, and remembers every message that reached it. Beside it, {@code /token}
 * is Google's token endpoint.
 */
public final class LoopbackFcm implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One for all of them: each would have threads of its own. */
    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));

    /** In HTTP/2, says nothing about whether it was done. */
    private static final int INTERNAL_ERROR = 2;

    /**
     * A request for FCM: header names are in lower case, and the body is what stands under {@code message}.
     *
     * @param connection tells connections apart
     */
    public record Received(
            String path, Map<String, String> headers, JsonNode message, HttpVersion version, int connection) {}

    /** What to do with a request, once it is read and remembered. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpServerRequest request) throws IOException;
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Answer> script = new ConcurrentLinkedDeque<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer otherwise = this::accept;
    private volatile Answer token = this::grantToken;

    public LoopbackFcm() {
        this("http", new HttpServerOptions());
    }

    /** One that is spoken to as FCM is. */
    public static LoopbackFcm overHttp2() {
        return new LoopbackFcm(
                "https",
                new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(LoopbackKeys.trusted()));
    }

    private LoopbackFcm(String scheme, HttpServerOptions options) {
        this.scheme = scheme;
        server = VERTX.createHttpServer(options)
                .requestHandler(request -> request.bodyHandler(body -> threads.execute(() -> take(request, body))))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI endpoint() {
        return URI.create(scheme + "://127.0.0.1:" + server.actualPort());
    }

    /** What to answer to the next requests, one each; later ones are accepted. */
    public LoopbackFcm answering(Answer... next) {
        script.addAll(List.of(next));
        return this;
    }

    /** What to answer to all requests from now on. */
    public LoopbackFcm alwaysAnswering(Answer answer) {
        otherwise = answer;
        return this;
    }

    /** What the token endpoint answers from now on. */
    LoopbackFcm grantingTokensBy(Answer answer) {
        token = answer;
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How often a token was asked for and granted. */
    int tokensGranted() {
        return tokens.get();
    }

    /** Accepts, as FCM does. */
    public void accept(HttpServerRequest request) {
        var project = path(request).split("/", -1)[3];
        answer(request, 200, "{\"name\":\"projects/%s/messages/m%d\"}".formatted(project, accepted.incrementAndGet()));
    }

    /** An error of FCM's own, with the code that the SDK makes a MessagingErrorCode of. */
    public static Answer fcmError(int status, String canonical, String fcmCode) {
        return error(
                status,
                canonical,
                "{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"%s\"}"
                        .formatted(fcmCode));
    }

    /** An error in Google's format with these details, which are JSON objects. */
    public static Answer error(int status, String canonical, String... details) {
        return body(status, """
                {"error":{"code":%d,"message":"%s for a reason","status":"%s","details":[%s]}}
                """.formatted(status, canonical, canonical, String.join(",", details)));
    }

    public static Answer body(int status, String body) {
        return request -> answer(request, status, body);
    }

    public static Answer withHeader(String name, String value, Answer answer) {
        return request -> {
            request.response().putHeader(name, value);
            answer.to(request);
        };
    }

    /** Takes the message and hangs up without a word; on HTTP/2, that message's stream. */
    public static Answer hangUp() {
        return request -> request.response().reset(INTERNAL_ERROR);
    }

    /** Takes the message and says nothing for as long as the server lives. */
    Answer silence() {
        return after(closed, hangUp());
    }

    /** Takes the message, and answers once the latch is open. */
    public static Answer after(CountDownLatch opened, Answer answer) {
        return request -> {
            try {
                if (!opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("nobody opened the latch");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
            answer.to(request);
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.close().toCompletionStage().toCompletableFuture().join();
        threads.shutdownNow();
    }

    private static String path(HttpServerRequest request) {
        return Objects.requireNonNull(request.path());
    }

    private void take(HttpServerRequest request, Buffer body) {
        try {
            if (path(request).equals("/token")) {
                token.to(request);
            } else {
                receive(request, body);
            }
        } catch (IOException failed) {
            request.response().reset(INTERNAL_ERROR);
        }
    }

    private void receive(HttpServerRequest request, Buffer body) throws IOException {
        var headers = request.headers().entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, _) -> first));
        received.add(new Received(
                path(request),
                headers,
                JSON.readTree(body.getBytes()).path("message"),
                request.version(),
                System.identityHashCode(request.connection())));
        var next = script.poll();
        (next == null ? otherwise : next).to(request);
    }

    private void grantToken(HttpServerRequest request) {
        answer(
                request,
                200,
                "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                        .formatted(tokens.incrementAndGet()));
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        var response = request.response().setStatusCode(status);
        if (!response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", "application/json; charset=UTF-8");
        }
        if (!response.closed()) {
            var _ = response.end(body);
        }
    }
}
