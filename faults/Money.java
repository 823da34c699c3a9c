import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 16 clients record, allocate, take back and reverse payments of the same few customers at once, through two replicas that are killed
 * in turn. In the end nothing is lost, nothing is there twice, and the books are right.
 */
final class Money {

    private static final int REPLICAS = 2;
    private static final int CLIENTS = 16;
    private static final int CUSTOMERS = 4;
    private static final int RECEIVABLES = 25;
    private static final Duration RUN = Duration.ofSeconds(60);

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("money"));
        boolean withKeys = arguments.length < 3;
        var environment = Map.of(
                "QUARKUS_PROFILE", "demo",
                "HUIKUAN_TOKEN_PRIVATE_KEY_FILE", Start.tokenKey(work).toString());
        try (var database = Database.open(work.resolve("postgres"));
                var replicas = new Replicas(
                        Path.of(arguments[0]), work, database, Collections.nCopies(REPLICAS, new Replicas.Settings(environment)), withKeys)) {
            for (var replica = 0; replica < REPLICAS; replica++) {
                replicas.start(replica);
            }
            var violations = run(replicas);
            if (!violations.isEmpty()) {
                System.out.printf("%n%d violations:%n", violations.size());
                violations.stream().limit(20).forEach(System.out::println);
                System.exit(1); // after the hooks that stop what was started
            }
            System.out.println("\nNothing lost, nothing doubled, the books are sound.");
        }
    }

    private static List<String> run(Replicas replicas) throws Exception {
        Api.found(replicas.first(), "money", "");
        var customers = new ArrayList<String>();
        try (var admin = Api.as(replicas.first(), "money", "admin")) {
            admin.post(
                    "/api/v1/users",
                    Map.of(
                            "username", "cashier",
                            "displayName", "Cashier",
                            "roles", List.of("FINANCE"),
                            "password", Api.PASSWORD,
                            "passwordFinal", true));
            for (var customer = 1; customer <= CUSTOMERS; customer++) {
                var wanted = Map.of("code", "C" + customer, "name", "Customer " + customer);
                customers.add(admin.post("/api/v1/customers", wanted).body().get("id").asText());
            }
        }
        var bearer = Api.token(replicas.first(), "money", "cashier");
        var tellers = new Tellers(replicas, bearer, customers, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        for (var customer : customers) {
            for (var receivable = 0; receivable < RECEIVABLES; receivable++) {
                tellers.bill(customer);
            }
        }
        disturb(replicas, tellers);
        report(replicas, tellers);
        return new Books(replicas, bearer, tellers).audit(customers);
    }

    /** Each replica is killed once, and started again while the clients go on. */
    private static void disturb(Replicas replicas, Tellers tellers) throws Exception {
        var end = System.nanoTime() + RUN.toNanos();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                all.add(clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        tellers.step();
                    }
                    return null;
                }));
            }
            for (var replica = 0; replica < REPLICAS; replica++) {
                Thread.sleep(RUN.dividedBy(5)); // so that both are at work when one is killed
                replicas.kill(replica);
                Thread.sleep(RUN.dividedBy(10));
                replicas.start(replica);
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private static void report(Replicas replicas, Tellers tellers) {
        System.out.printf(
                "%d clients, %d customers, %d s, %d replicas, each killed once%n",
                CLIENTS, CUSTOMERS, RUN.toSeconds(), REPLICAS);
        new TreeMap<>(tellers.operations).forEach((operation, times) -> System.out.printf("%8d %s%n", times, operation));
        System.out.printf(
                "%8d asked again without an answer, %d because the other replica was at it or not able to%n",
                replicas.unanswered.sum(), replicas.busy.sum());
    }
}
