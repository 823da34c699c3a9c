import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * The lean product against a migrated PostgreSQL: from the start of its process to ready, and the memory it has resident when idle
 * and after 32 clients have asked for the receivables of one salesperson for a while.
 */
final class Start {

    private static final int ROUNDS = 5;
    private static final int CLIENTS = 32;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final String OPERATOR = "bench-operator-token-2026";

    public static void main(String[] arguments) throws Exception {
        var app = Path.of(arguments[0]);
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("start"));
        try (var database = Database.open(work.resolve("postgres"))) {
            var environment = Map.of(
                    "HUIKUAN_TOKEN_PRIVATE_KEY_FILE", tokenKey(work).toString(),
                    "HUIKUAN_OPERATOR_TOKEN", OPERATOR);
            var ready = new Series();
            for (var round = 0; round < ROUNDS; round++) {
                try (var product = Product.start(app, work, database, environment)) {
                    ready.add(product.secondsToReady());
                }
            }
            var idle = new Series();
            var loaded = new Series();
            var peak = new Series();
            var rate = new Series();
            for (var round = 0; round < 3; round++) {
                try (var product = Product.start(app, work, database, environment)) {
                    Thread.sleep(IDLE);
                    idle.add(product.residentNow());
                    if (round == 0) {
                        Api.found(product, "start", OPERATOR);
                        fill(database);
                    }
                    rate.add(load(product));
                    loaded.add(product.residentNow());
                    peak.add(product.residentAtMost());
                }
            }
            System.out.printf("""
                    ## Start and memory of the lean product

                    | | |
                    |---|---|
                    | start to ready | %s s |
                    | resident after %d s idle | %s MiB |
                    | resident after %d clients for %d s | %s MiB |
                    | resident at the most | %s MiB |
                    | pages of 50 receivables answered meanwhile | %s /s |
                    """,
                    ready, IDLE.toSeconds(), idle.text("%.0f"), CLIENTS, LOAD.toSeconds(), loaded.text("%.0f"),
                    peak.text("%.0f"), rate.text("%.0f"));
        }
    }

    /** A key to sign access tokens with, in a file. */
    static Path tokenKey(Path work) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        return Files.writeString(
                work.resolve("token-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(encoded)));
    }

    /** One salesperson with 200 customers and 10,000 receivables, who signs in with the administrator's password. */
    private static void fill(Database database) throws Exception {
        database.execute(
                """
                insert into app_user (organisation_id, id, username, display_name, roles, locale, password_hash,
                    must_change_password, active, created_at, version)
                select organisation_id, uuidv7(), 'wang', 'Wang', '{SALESPERSON}', 'zh-CN', password_hash, false, true, now(), 0
                from app_user where username = 'admin'""",
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select organisation_id, uuidv7(), 'C' || n, 'Customer ' || n, id, now(), 0
                from app_user, generate_series(1, 200) n where username = 'wang'""",
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, created_at, version)
                select organisation_id, uuidv7(), id, owner_id, 'R' || n, current_date - 60, current_date - 40 + n,
                    current_date - 40 + n, 100, 'CNY', 100, now(), 0
                from customer, generate_series(1, 50) n""",
                """
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id, current_date + 9 from receivable where open_amount > 0""");
        database.settle("app_user", "customer", "receivable", "receivable_look");
    }

    /** Answers per second. */
    private static double load(Product product) throws Exception {
        var answers = new LongAdder();
        try (var wang = Api.as(product, "start", "wang");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = System.nanoTime() + LOAD.toNanos();
            var all = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                all.add(clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        wang.get("/api/v1/receivables?limit=50");
                        answers.increment();
                    }
                    return null;
                }));
            }
            for (var client : all) {
                client.get(); // a refused request fails the measurement
            }
        }
        return answers.sum() / (double) LOAD.toSeconds();
    }
}
