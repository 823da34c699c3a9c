import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product, running as a process of its own on a free port of the loopback interface. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final URI address;
    private final double secondsToReady;

    private Product(Process process, URI address, double secondsToReady) {
        this.process = process;
        this.address = address;
        this.secondsToReady = secondsToReady;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param app the folder of quarkus-run.jar
     * @param work where its log and what it keeps go
     * @param environment besides port and database
     */
    static Product start(
            Path app, Path work, Database database, Map<String, String> environment, String... jvmOptions)
            throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        var log = work.resolve("product.log");
        var builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "HUIKUAN_DATA_DIR", work.resolve("data").toString()));
        builder.environment().putAll(environment);
        var address = URI.create("http://127.0.0.1:" + port);
        var start = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        try {
            awaitReady(process, address, log);
        } catch (IOException | InterruptedException failure) {
            stop(process);
            throw failure;
        }
        return new Product(process, address, (System.nanoTime() - start) / 1e9);
    }

    private static void awaitReady(Process process, URI address, Path log) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, request)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("The product did not start:\n" + Files.readString(log));
                }
                Thread.sleep(10);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notListeningYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    /** From the start of the process to the first 200 of /q/health/ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** MiB resident now. */
    double residentNow() throws IOException {
        return status("VmRSS");
    }

    /** MiB resident at the most, since the process started. */
    double residentAtMost() throws IOException {
        return status("VmHWM");
    }

    private double status(String key) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(key + ":"))
                    .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It does nothing more until {@link #thaw}, and won't know. */
    void freeze() throws IOException, InterruptedException {
        signal(process, "STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal(process, "CONT");
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
