import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Stands in for FCM, and remembers what has reached it. In a storm it refuses some messages, takes others and drops the line, and takes
 * others and is late to say so. Each replica has an address of its own, so that it is known who has sent what: the first speaks HTTP/1.1,
 * the others HTTP/2 over TLS.
 */
final class StormyFcm implements AutoCloseable {

    /** Addresses that begin so belong to nobody any more. */
    static final String GONE = "gone-";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INTERNAL_ERROR = 2; // of HTTP/2: says nothing about whether it was done
    /** Longer than the replicas wait. */
    private static final long LATE_MILLIS = 8_000;

    enum Answer {
        ACCEPTED,
        /** Taken, and then nothing more is heard on this stream. */
        DROPPED,
        /** Taken, and then the connection is closed, with whatever else is on it. */
        CUT,
        /** Taken, and said so when nobody listens any more. */
        LATE,
        UNAVAILABLE,
        INTERNAL,
        THROTTLED,
        UNREGISTERED;

        /** As far as FCM is concerned, the phone has it. */
        boolean isTaken() {
            return this == ACCEPTED || this == DROPPED || this == CUT || this == LATE;
        }
    }

    /**
     * A message that has reached FCM.
     *
     * @param connection tells connections apart
     * @param shownOnce the tag or collapse id, by which the phone shows it once however often it comes
     * @param counted how many receivables it speaks of
     */
    record Received(
            Instant at,
            int replica,
            int connection,
            Answer answer,
            UUID notification,
            UUID recipient,
            String type,
            String address,
            String shownOnce,
            int counted) {}

    final Queue<Received> received = new ConcurrentLinkedQueue<>();
    /** Who had sent these gave up before the answer was there, as happens on a machine that is too busy. */
    final Set<Received> unheard = ConcurrentHashMap.newKeySet();
    /** When a connection came to its end, whoever ended it. */
    final Map<Integer, Instant> ended = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> ports;
    private volatile boolean stormy;

    /** @param keys a key store for the address 127.0.0.1 */
    StormyFcm(Path keys, String password, List<Integer> ports) throws Exception {
        this.ports = ports;
        for (var replica = 0; replica < ports.size(); replica++) {
            var sender = replica;
            var options = new HttpServerOptions();
            if (isEncrypted(replica)) {
                options.setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(new JksOptions().setPath(keys.toString()).setPassword(password));
            }
            vertx.createHttpServer(options)
                    .connectionHandler(connection -> connection.closeHandler(
                            closed -> ended.put(System.identityHashCode(connection), Instant.now())))
                    .requestHandler(request -> request.bodyHandler(body -> receive(sender, request, body)))
                    .listen(ports.get(replica), "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }
    }

    private static boolean isEncrypted(int replica) {
        return replica > 0;
    }

    String endpoint(int replica) {
        return (isEncrypted(replica) ? "https" : "http") + "://127.0.0.1:" + ports.get(replica);
    }

    void storm() {
        stormy = true;
    }

    void calm() {
        stormy = false;
    }

    private void receive(int replica, HttpServerRequest request, Buffer body) {
        try {
            var message = JSON.readTree(body.getBytes()).path("message");
            var address = message.path("token").asText();
            var answer = answerTo(address);
            var one = new Received(
                    Instant.now(),
                    replica,
                    System.identityHashCode(request.connection()),
                    answer,
                    UUID.fromString(message.at("/data/notificationId").asText()),
                    UUID.fromString(message.at("/data/recipientUserId").asText()),
                    message.at("/data/type").asText(),
                    address,
                    message.at("/android/notification/tag").asText(message.at("/apns/headers/apns-collapse-id").asText()),
                    sum(message.at("/android/notification/body_loc_args"), message.at("/apns/payload/aps/alert/loc-args")));
            received.add(one);
            request.response().exceptionHandler(gaveUp -> unheard.add(one));
            request.response().closeHandler(closed -> {
                if (!request.response().ended()) {
                    unheard.add(one);
                }
            });
            give(answer, request);
        } catch (IOException | IllegalArgumentException incomprehensible) {
            System.err.println("FCM got what it can't read: " + body);
            request.response().setStatusCode(400).end();
        }
    }

    private Answer answerTo(String address) {
        if (address.startsWith(GONE)) {
            return Answer.UNREGISTERED;
        }
        var dice = ThreadLocalRandom.current().nextInt(100);
        if (!stormy || dice >= 20) {
            return Answer.ACCEPTED;
        }
        return dice < 4 ? Answer.DROPPED
                : dice < 6 ? Answer.CUT
                : dice < 10 ? Answer.LATE
                : dice < 15 ? Answer.UNAVAILABLE
                : dice < 19 ? Answer.INTERNAL
                : Answer.THROTTLED;
    }

    private void give(Answer answer, HttpServerRequest request) {
        var response = request.response();
        switch (answer) {
            case ACCEPTED -> after(1 + ThreadLocalRandom.current().nextInt(200), () -> accept(response));
            case LATE -> after(LATE_MILLIS, () -> accept(response));
            case DROPPED -> response.reset(INTERNAL_ERROR);
            case CUT -> request.connection().close();
            case UNAVAILABLE -> refuse(response.putHeader("Retry-After", "1"), 503, "UNAVAILABLE", "UNAVAILABLE");
            case INTERNAL -> refuse(response, 500, "INTERNAL", "INTERNAL");
            case THROTTLED -> refuse(response.putHeader("Retry-After", "2"), 429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED");
            case UNREGISTERED -> refuse(response, 404, "NOT_FOUND", "UNREGISTERED");
        }
    }

    private void after(long millis, Runnable work) {
        vertx.setTimer(millis, timer -> work.run());
    }

    private static void accept(HttpServerResponse response) {
        if (!response.ended() && !response.closed()) {
            response.putHeader("Content-Type", "application/json; charset=UTF-8")
                    .end("{\"name\":\"projects/faults/messages/" + UUID.randomUUID() + "\"}");
        }
    }

    private static void refuse(HttpServerResponse response, int status, String canonical, String code) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end("""
                        {"error":{"code":%d,"message":"%s","status":"%s","details":[
                        {"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"%s"}]}}"""
                        .formatted(status, canonical, canonical, code));
    }

    private static int sum(JsonNode... lists) {
        var sum = 0;
        for (var list : lists) {
            for (var argument : list) {
                sum += argument.asInt();
            }
        }
        return sum;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
