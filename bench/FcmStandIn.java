import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JksOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands in for FCM: HTTP/2 over TLS, accepts every message after a fixed time, and counts. Runs as a process of its own; {@code GET
 * /count} on a second port tells how many came, and between which moments, and starts to count anew.
 *
 * <p>Arguments: key store, its password, port, port for counts, milliseconds to each answer.
 */
final class FcmStandIn {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicLong FIRST = new AtomicLong();
    private static final AtomicLong LAST = new AtomicLong();

    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx();
        var latency = Integer.parseInt(arguments[4]);
        var tls = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new JksOptions().setPath(arguments[0]).setPassword(arguments[1]));
        vertx.createHttpServer(tls)
                .requestHandler(request -> request.bodyHandler(body -> {
                    if (request.version() != HttpVersion.HTTP_2) {
                        request.response().setStatusCode(505).end();
                        return;
                    }
                    var now = System.nanoTime();
                    FIRST.compareAndSet(0, now);
                    LAST.set(now);
                    var name = "{\"name\":\"projects/bench/messages/" + COUNT.incrementAndGet() + "\"}";
                    vertx.setTimer(latency, timer -> request.response()
                            .putHeader("Content-Type", "application/json; charset=UTF-8")
                            .end(name));
                }))
                .listen(Integer.parseInt(arguments[2]), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .end(COUNT.get() + " " + (LAST.get() - FIRST.get()) + (request.path().equals("/reset") ? reset() : "")))
                .listen(Integer.parseInt(arguments[3]), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static String reset() {
        COUNT.set(0);
        FIRST.set(0);
        LAST.set(0);
        return "";
    }
}
