import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Three replicas remind, date after date, while they are killed and frozen, their database loses its power and their lines are cut, FCM
 * drops what it has taken, and customers pay. In the end everybody was told of everything once, and of nothing that was paid.
 */
final class Reminding {

    private static final int REPLICAS = 3;
    private static final int MAX_ATTEMPTS = 5;
    /** From the last fault until the last delivery has ended: a lease, and the longest wait between two tries. */
    private static final Duration BOUND = Duration.ofMinutes(8);

    private static final String STORE_PASSWORD = "faults-store";

    private final Path work;
    private final Path home;
    private final boolean careful;
    private final History history = new History();

    private Reminding(Path work, boolean careful) {
        this.work = work;
        this.home = work.resolve("postgres");
        this.careful = careful;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("reminding"));
        var violations = new Reminding(work, arguments.length < 3).run(Path.of(arguments[0]));
        if (!violations.isEmpty()) {
            System.out.printf("%n%d violations:%n", violations.size());
            violations.stream()
                    .collect(Collectors.groupingBy(text -> text.replaceAll("[^ ]*[\\[0-9][^ ]*", "…").replaceAll("(… ?)+", "… ")))
                    .values()
                    .stream()
                    .flatMap(alike -> alike.stream().limit(2))
                    .limit(20)
                    .forEach(System.out::println);
            System.exit(1); // after the hooks that stop what was started
        }
        System.out.println("\nEverybody was told of everything once, and of nothing that was paid.");
    }

    private List<String> run(Path app) throws Exception {
        var keys = keys();
        try (var database = Database.open(home);
                var wire = new Wire(URI.create(database.url().substring("jdbc:".length())).getPort());
                var fcm = new StormyFcm(keys, STORE_PASSWORD, List.of(Product.freePort(), Product.freePort(), Product.freePort()));
                var replicas = new Replicas(app, work, database, settings(keys, wire, fcm), true)) {
            for (var replica = 0; replica < REPLICAS; replica++) {
                replicas.start(replica);
            }
            var company = Company.found(replicas.first(), database);
            if (!careful) {
                spoil(database);
            }
            var violations = new ArrayList<>(live(replicas, database, wire, fcm, company));
            violations.addAll(new Inboxes(database, company, history).audit());
            violations.addAll(new Phones(database, company, history, fcm, MAX_ATTEMPTS).audit());
            return violations;
        }
    }

    private List<Replicas.Settings> settings(Path keys, Wire wire, StormyFcm fcm) throws Exception {
        var tokenKey = Start.tokenKey(work).toString();
        var settings = new ArrayList<Replicas.Settings>();
        for (var replica = 0; replica < REPLICAS; replica++) {
            settings.add(new Replicas.Settings(
                    Map.ofEntries(
                            Map.entry("QUARKUS_PROFILE", "demo"),
                            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:%d/huikuan".formatted(wire.port())),
                            Map.entry("HUIKUAN_TOKEN_PRIVATE_KEY_FILE", tokenKey),
                            Map.entry("HUIKUAN_TOKEN_ACCESS_LIFETIME", "2h"),
                            Map.entry("HUIKUAN_REMINDER_TICK", "2s"),
                            Map.entry("HUIKUAN_REMINDER_FIRST_TICK_AFTER", "1s"),
                            Map.entry("HUIKUAN_REMINDER_TICK_JITTER", "1s"),
                            Map.entry("HUIKUAN_PUSH_DISPATCH_EVERY", "1s"),
                            Map.entry("HUIKUAN_PUSH_DISPATCH_JITTER", "500ms"),
                            Map.entry("HUIKUAN_PUSH_DISPATCH_MAX_ATTEMPTS", Integer.toString(MAX_ATTEMPTS)),
                            Map.entry("HUIKUAN_PUSH_FCM_ENDPOINT", fcm.endpoint(replica)),
                            Map.entry("HUIKUAN_PUSH_FCM_SEND_TIMEOUT", "6s"),
                            Map.entry("HUIKUAN_PUSH_FCM_CONNECT_TIMEOUT", "1s")),
                    "-Xmx384m",
                    "-Djavax.net.ssl.trustStore=" + keys,
                    "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD));
        }
        return settings;
    }

    /** @return what should not have been answered, or not have taken so long */
    private List<String> live(Replicas replicas, Database database, Wire wire, StormyFcm fcm, Company company) throws Exception {
        var days = new Days(replicas, company, history);
        fcm.storm();
        try (var background = Executors.newSingleThreadExecutor()) {
            var living = background.submit(() -> {
                days.live();
                return null;
            });
            try {
                new Trouble(replicas, database, home, wire, fcm, history).make();
            } finally {
                days.end();
            }
            living.get();
        }
        fcm.calm();
        var wrong = new ArrayList<>(days.astonishing);
        var quiet = awaitQuiet(database);
        report(replicas, quiet);
        if (quiet.compareTo(BOUND) > 0) {
            wrong.add("after %d s of calm there is still something to send".formatted(quiet.toSeconds()));
        }
        return wrong;
    }

    private static Duration awaitQuiet(Database database) throws SQLException, InterruptedException {
        var start = System.nanoTime();
        var taken = Duration.ZERO;
        while (taken.compareTo(BOUND) <= 0 && database.number("""
                select (select count(*) from telling where state in ('PLANNED', 'TELLING'))
                    + (select count(*) from delivery where state in ('PENDING', 'CLAIMED', 'SENDING'))""") > 0) {
            Thread.sleep(500);
            taken = Duration.ofNanos(System.nanoTime() - start);
        }
        return taken;
    }

    /**
     * What the product relies on is taken from it: a lease ends after a second, whatever it was to be, who looks before a send sees
     * paid and done things too, and what was told last is not kept.
     */
    private static void spoil(Database database) throws SQLException {
        var view = database.text("select pg_get_viewdef('notice_worth_telling')");
        for (var condition : List.of("(r.open_amount > (0)::numeric)", "(n.state <> 'DONE'::text)")) {
            if (!view.contains(condition)) {
                throw new IllegalStateException("the view reads differently by now: " + view);
            }
            view = view.replace(condition, "true");
        }
        database.execute(
                "create or replace view notice_worth_telling as " + view,
                """
                create function cut_short() returns trigger language plpgsql as $$
                begin
                    if new.state in ('CLAIMED', 'SENDING') then new.due_at := least(new.due_at, now() + interval '1 second'); end if;
                    return new;
                end $$""",
                "create trigger cut_short before update on delivery for each row execute function cut_short()",
                "create function forget() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger forget before insert or update on reminder_position for each row execute function forget()");
    }

    private void report(Replicas replicas, Duration quiet) {
        System.out.printf("%d replicas, %d business dates, asked for %d times; %d payments; faults: %s%n",
                REPLICAS,
                history.runs.size(),
                history.runs.values().stream().mapToInt(History.Run::asked).sum(),
                history.payments.size(),
                history.faults.stream().collect(Collectors.groupingBy(History.Fault::kind, TreeMap::new, Collectors.counting())));
        System.out.printf("%8d requests asked again without an answer, %d because of a 5xx%n",
                replicas.unanswered.sum(), replicas.busy.sum());
        System.out.printf("%8d s after the faults the last delivery had ended%n", quiet.toSeconds());
    }

    private Path keys() throws IOException, InterruptedException {
        var keys = work.resolve("keys.p12");
        var log = work.resolve("keytool.log");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(tool, "-genkeypair", "-alias", "fcm", "-keyalg", "EC", "-groupname", "secp256r1",
                        "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1,dns:fcm.googleapis.com",
                        "-keystore", keys.toString(), "-storepass", STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
        return keys;
    }
}
