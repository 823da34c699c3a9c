import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Reminder runs against one INSERT … SELECT of the same notices into a copy of the notice table with the same constraints and indexes: of an
 * ordinary day, on which a thirtieth of 1,000,000 receivables is due for a step; of the first day ever, on which all of them are looked at;
 * by two replicas; and with little memory.
 */
final class Reminders {

    private static final int RECEIVABLES = 1_000_000;
    private static final int ROUNDS = 3;
    private static final Map<String, String> DEMO = Map.of("QUARKUS_PROFILE", "demo");

    private final Path app;
    private final Path work;
    private final Database database;

    private Reminders(Path app, Path work, Database database) {
        this.app = app;
        this.work = work;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("reminders"));
        try (var database = Database.open(work.resolve("postgres"))) {
            new Reminders(Path.of(arguments[0]), work, database).measure();
        }
    }

    /** An organisation and what its runs are compared with. */
    record Scene(String code, Debtors debtors, List<Debtors.Rung> rungs) {}

    /** What one run took, by the clock of the caller and by the run's own row. */
    record Run(double wall, double own, int looked) {}

    private void measure() throws Exception {
        Scene day;
        Scene first;
        Scene tenth;
        try (var product = start()) {
            day = new Scene("day", Debtors.found(product, database, "day", RECEIVABLES), Debtors.OF_THE_DAY);
            day.debtors().oweAsEver();
            compare("An ordinary day", product, day);
            try (var other = start()) {
                share(product, other, day);
            }
            first = new Scene("first", Debtors.found(product, database, "first", RECEIVABLES), Debtors.EVER);
            first.debtors().oweAsNew();
            compare("The first day ever", product, first);
            tenth = new Scene("tenth", Debtors.found(product, database, "tenth", RECEIVABLES / 10), Debtors.EVER);
            tenth.debtors().oweAsNew();
        }
        remember(tenth, first);
    }

    private Product start(String... jvmOptions) throws Exception {
        return Product.start(app, work, database, DEMO, jvmOptions);
    }

    private void compare(String title, Product product, Scene scene) throws Exception {
        var due = scene.debtors().due();
        var wall = new Series();
        var own = new Series();
        var sql = new Series();
        var ratio = new Series();
        var again = new Series();
        var notices = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var run = run(product, scene);
            if (run.looked() != due) {
                throw new IllegalStateException(due + " are due for a look, but " + run);
            }
            var second = run(product, scene);
            if (second.looked() != 0) {
                throw new IllegalStateException("the second run found something to look at: " + second);
            }
            scene.debtors().keepTold();
            scene.debtors().restore();
            var seconds = scene.debtors().noticesBySql(scene.rungs());
            notices = scene.debtors().requireSameNotices();
            wall.add(run.wall());
            own.add(run.own());
            again.add(second.wall());
            sql.add(seconds);
            ratio.add(run.own() / seconds);
            System.err.printf("%s: run %s, SQL %.2f s, again %.2f s%n", title, run, seconds, second.wall());
        }
        System.out.printf("""
                ## %s: %,d open receivables, %,d due for a look, %,d notices

                | | seconds |
                |---|---|
                | run, from the request to DONE | %s |
                | the same, from started_at to finished_at | %s |
                | one INSERT … SELECT of the same notices | %s |
                | the run once more, nothing due | %s |

                Run against SQL: × %s

                """,
                title, RECEIVABLES, due, notices, wall, own, sql, again, ratio);
    }

    /** Two replicas that are asked for the same day at once share what is due. */
    private void share(Product one, Product other, Scene scene) throws Exception {
        var due = scene.debtors().due();
        run(other, scene); // warms it up
        scene.debtors().restore();
        var alone = new Series();
        var together = new Series();
        var ratio = new Series();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var single = run(one, scene).wall();
                scene.debtors().restore();
                var start = System.nanoTime();
                var looked = 0;
                var runs = new ArrayList<Callable<Run>>(List.of(() -> run(one, scene), () -> run(other, scene)));
                for (var run : hands.invokeAll(runs)) {
                    looked += run.get().looked();
                }
                var both = (System.nanoTime() - start) / 1e9;
                if (looked != due) {
                    throw new IllegalStateException(due + " are due for a look, but both together looked at " + looked);
                }
                scene.debtors().restore();
                alone.add(single);
                together.add(both);
                ratio.add(single / both);
                System.err.printf("one replica %.2f s, two %.2f s%n", single, both);
            }
        }
        System.out.printf("""
                ## Two replicas on these cores

                | | seconds |
                |---|---|
                | one replica | %s |
                | two replicas | %s |

                Two against one: × %s

                """, alone, together, ratio);
    }

    /** Each in a new JVM of little memory. */
    private void remember(Scene tenth, Scene whole) throws Exception {
        var little = residentAfterRun(tenth);
        var much = residentAfterRun(whole);
        System.out.printf("""
                ## Resident memory of the first run ever, -Xmx128m

                | receivables | MiB at the most |
                |---|---|
                | %,d | %.0f (n = 1) |
                | %,d | %.0f (n = 1) |
                """, RECEIVABLES / 10, little, RECEIVABLES, much);
    }

    private double residentAfterRun(Scene scene) throws Exception {
        scene.debtors().restore();
        try (var product = start("-Xmx128m")) {
            run(product, scene);
            return product.residentAtMost();
        }
    }

    private static Run run(Product product, Scene scene) throws Exception {
        try (var admin = Api.as(product, scene.code(), "admin")) {
            var start = System.nanoTime();
            var location = admin.post(
                            "/api/v1/reminder-runs", Map.of("businessDate", Debtors.TODAY.toString()))
                    .location();
            var done = admin.await(location);
            var wall = (System.nanoTime() - start) / 1e9;
            var own = Duration.between(
                    Instant.parse(done.get("startedAt").asText()),
                    Instant.parse(done.get("finishedAt").asText()));
            return new Run(wall, own.toMillis() / 1e3, done.get("looked").asInt());
        }
    }
}
