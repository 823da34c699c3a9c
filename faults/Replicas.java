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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Replicas of the product over one database, and a way to ask any of them until one answers. Who asks does not know which of them
 * lives, and doesn't always wait for the answer: what was asked may have been done all the same.
 */
final class Replicas implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than one of them may be frozen with locks in its hand. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** One request in so many is given up before it is answered. */
    private static final int IMPATIENT = 25;

    private final Path app;
    private final Path work;
    private final Database database;
    private final List<Settings> settings;
    private final boolean withKeys;
    private final AtomicReferenceArray<Product> products;
    private final AtomicReferenceArray<URI> addresses;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final LongAdder asked = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder busy = new LongAdder();

    /** What one of them is started with. */
    record Settings(Map<String, String> environment, String... jvmOptions) {}

    /**
     * @param settings one for each replica
     * @param withKeys false to see what happens to clients that do without {@code Idempotency-Key}
     */
    Replicas(Path app, Path work, Database database, List<Settings> settings, boolean withKeys) {
        this.app = app;
        this.work = work;
        this.database = database;
        this.settings = settings;
        this.withKeys = withKeys;
        this.products = new AtomicReferenceArray<>(settings.size());
        this.addresses = new AtomicReferenceArray<>(settings.size());
    }

    int count() {
        return settings.size();
    }

    void start(int replica) throws IOException, InterruptedException {
        var home = Files.createDirectories(work.resolve("replica-" + replica));
        var its = settings.get(replica);
        var product = Product.start(app, home, database, its.environment(), its.jvmOptions());
        products.set(replica, product);
        addresses.set(replica, product.address());
    }

    /** Its address stays: clients go on asking there. */
    void kill(int replica) throws InterruptedException {
        products.get(replica).kill();
    }

    /** It keeps its connections and whatever it has in hand, and does nothing. */
    void freeze(int replica) throws IOException, InterruptedException {
        products.get(replica).freeze();
    }

    void thaw(int replica) throws IOException, InterruptedException {
        products.get(replica).thaw();
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

    /** Asks one replica or another, always with the same key, until one of them says yes or no. */
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
                        addresses.get(random.nextInt(count())).resolve("/api/v1" + request.path()))
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
        for (var replica = 0; replica < count(); replica++) {
            if (products.get(replica) != null) {
                products.get(replica).close();
            }
        }
        client.close();
    }
}
