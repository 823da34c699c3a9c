import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Two replicas of the product over one database, and a way to ask either of them until it answers. Who asks does not know which of them
 * lives, and doesn't always wait for the answer: what was asked may have been done all the same.
 */
final class Replicas implements AutoCloseable {

    static final int COUNT = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** One request in so many is given up before it is answered. */
    private static final int IMPATIENT = 25;

    private final Path app;
    private final Path work;
    private final Database database;
    private final Map<String, String> environment;
    private final boolean withKeys;
    private final AtomicReferenceArray<Product> products = new AtomicReferenceArray<>(COUNT);
    private final AtomicReferenceArray<URI> addresses = new AtomicReferenceArray<>(COUNT);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final LongAdder asked = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder busy = new LongAdder();

    /** @param withKeys false to see what happens to clients that do without {@code Idempotency-Key} */
    Replicas(Path app, Path work, Database database, Map<String, String> environment, boolean withKeys) {
        this.app = app;
        this.work = work;
        this.database = database;
        this.environment = environment;
        this.withKeys = withKeys;
    }

    void start(int replica) throws IOException, InterruptedException {
        var home = Files.createDirectories(work.resolve("replica-" + replica));
        var product = Product.start(app, home, database, environment);
        products.set(replica, product);
        addresses.set(replica, product.address());
    }

    /** Its address stays: clients go on asking there. */
    void kill(int replica) throws InterruptedException {
        products.get(replica).kill();
    }

    Product first() {
        return products.get(0);
    }

    /** @param path below {@code /api/v1}; a body is posted, without one it is a GET */
    record Request(String bearer, String path, String key, String body) {
        /** What is printed when something is wrong tells nobody's token. */
        @Override
        public String toString() {
            return path + " " + body + " (key " + key + ")";
        }
    }

    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    static String json(Object value) throws IOException {
        return JSON.writeValueAsString(value);
    }

    /** Asks one replica or the other, always with the same key, until one of them says yes or no. */
    Answer ask(Request request) throws IOException, InterruptedException {
        asked.increment();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = once(request);
                if (answer.status() < 500 && !answer.code().equals("idempotency-key-in-use")) {
                    return answer;
                }
                busy.increment();
            } catch (IOException noAnswer) { // refused, cut off or given up: nobody knows whether it was done
                unanswered.increment();
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(10, 60)); // the other one may be at it
        }
        throw new IllegalStateException(request.path() + " got no answer in " + PATIENCE);
    }

    private Answer once(Request request) throws IOException, InterruptedException {
        var random = ThreadLocalRandom.current();
        boolean impatient = request.body() != null && random.nextInt(IMPATIENT) == 0;
        var http = HttpRequest.newBuilder(
                        addresses.get(random.nextInt(COUNT)).resolve("/api/v1" + request.path()))
                .timeout(impatient ? Duration.ofMillis(random.nextInt(2, 30)) : ANSWER)
                .header("Authorization", "Bearer " + request.bearer());
        if (request.body() != null) {
            http.header("Content-Type", "application/json").POST(BodyPublishers.ofString(request.body()));
            if (withKeys) {
                http.header("Idempotency-Key", request.key());
            }
        }
        var response = client.send(http.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body()));
    }

    @Override
    public void close() {
        for (var replica = 0; replica < COUNT; replica++) {
            if (products.get(replica) != null) {
                products.get(replica).close();
            }
        }
        client.close();
    }
}
