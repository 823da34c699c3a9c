package io.huikuan.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Speaks the FCM v1 protocol on the loopback interface, so that the real SDK has somebody to talk to. It accepts what it is sent, unless
 * it is told what to answer, and remembers every message that reached it. Beside it, {@code /token} is Google's token endpoint.
 */
public final class LoopbackFcm implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A request for FCM: header names are in lower case, and the body is what stands under {@code message}. */
    public record Received(String path, Map<String, String> headers, JsonNode message) {}

    /** What to do with a request, once it is read and remembered. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Answer> script = new ConcurrentLinkedDeque<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer otherwise = this::accept;
    private volatile Answer token = this::grantToken;

    public LoopbackFcm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/v1/projects/", this::receive);
        server.createContext("/token", exchange -> token.to(exchange));
        server.setExecutor(threads);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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
    public void accept(HttpExchange exchange) throws IOException {
        var project = exchange.getRequestURI().getPath().split("/", -1)[3];
        answer(exchange, 200, "{\"name\":\"projects/%s/messages/m%d\"}".formatted(project, accepted.incrementAndGet()));
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
        return exchange -> answer(exchange, status, body);
    }

    public static Answer withHeader(String name, String value, Answer answer) {
        return exchange -> {
            exchange.getResponseHeaders().set(name, value);
            answer.to(exchange);
        };
    }

    /** Takes the message and hangs up without a word. */
    public static Answer hangUp() {
        return HttpExchange::close;
    }

    /** Takes the message and says nothing for as long as the server lives. */
    Answer silence() {
        return after(closed, hangUp());
    }

    /** Takes the message, and answers once the latch is open. */
    public static Answer after(CountDownLatch opened, Answer answer) {
        return exchange -> {
            try {
                if (!opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("nobody opened the latch");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
            answer.to(exchange);
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> entry.getValue().getFirst()));
        var body = JSON.readTree(exchange.getRequestBody());
        received.add(new Received(exchange.getRequestURI().getPath(), headers, body.path("message")));
        var next = script.poll();
        (next == null ? otherwise : next).to(exchange);
    }

    private void grantToken(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(
                exchange,
                200,
                "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                        .formatted(tokens.incrementAndGet()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
                exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
