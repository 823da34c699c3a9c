import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Importing receivables from CSV: rows per second from the request to DONE, and the most memory that the product had resident;
 * against COPY and INSERT … SELECT of the same file into the same tables of the same database.
 */
final class Import {

    private static final int ROWS = 100_000;
    private static final int OWNERS = 50;
    private static final int ROUNDS = 3;
    private static final Map<String, String> DEMO = Map.of("QUARKUS_PROFILE", "demo");

    private final Path app;
    private final Path work;
    private final Database database;
    private int organisations;

    private Import(Path app, Path work, Database database) {
        this.app = app;
        this.work = work;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("import"));
        try (var database = Database.open(work.resolve("postgres"))) {
            new Import(Path.of(arguments[0]), work, database).measure();
        }
    }

    /** What one import took. */
    record Taken(double seconds, double mebibytes) {}

    private void measure() throws Exception {
        var file = csv(ROWS);
        var tenfold = csv(10 * ROWS);
        var product = new Series();
        var sql = new Series();
        var memory = new Series();
        var ratio = new Series();
        for (var round = 0; round < ROUNDS; round++) {
            var taken = byProduct(file, ROWS);
            var plain = bySql(file, ROWS);
            product.add(taken.seconds());
            memory.add(taken.mebibytes());
            sql.add(plain);
            ratio.add(taken.seconds() / plain);
        }
        var small = new Series();
        var smallMemory = new Series();
        for (var round = 0; round < ROUNDS; round++) {
            var taken = byProduct(file, ROWS, "-Xmx128m");
            small.add(taken.seconds());
            smallMemory.add(taken.mebibytes());
        }
        var large = byProduct(tenfold, 10 * ROWS, "-Xmx128m");
        System.out.printf("""
                ## Import of receivables, a tenth as many customers

                | | seconds | rows/s | MiB resident at the most |
                |---|---|---|---|
                | %,d rows by the product | %s | %,.0f | %s |
                | the same with -Xmx128m | %s | %,.0f | %s |
                | %,d rows with -Xmx128m | %.1f (n = 1) | %,.0f | %.0f (n = 1) |
                | %,d rows by COPY and INSERT … SELECT | %s | %,.0f | – |

                Product against SQL: × %s
                """,
                ROWS, product, ROWS / product.median(), memory.text("%.0f"),
                small, ROWS / small.median(), smallMemory.text("%.0f"),
                10 * ROWS, large.seconds(), 10 * ROWS / large.seconds(), large.mebibytes(),
                ROWS, sql, ROWS / sql.median(), ratio);
    }

    /** As an ERP would export it; the last row's content differs from all others. */
    private Path csv(int rows) throws IOException {
        var file = work.resolve("receivables-" + rows + ".csv");
        var first = LocalDate.of(2025, 1, 1);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("customer,name,invoice,issued,due,amount,salesperson\n");
            for (var row = 0; row < rows; row++) {
                var customer = row % (rows / 10);
                var issued = first.plusDays(row % 300);
                out.write("C%07d,Customer %d,INV-%08d,%s,%s,%d.%02d,s%d%n"
                        .formatted(customer, customer, row, issued, issued.plusDays(30), 100 + row % 9_000, row % 100,
                                customer % OWNERS));
            }
        }
        return file;
    }

    private Taken byProduct(Path file, int rows, String... jvmOptions) throws Exception {
        try (var product = Product.start(app, work, database, DEMO, jvmOptions)) {
            var code = "import-" + organisations++;
            Api.found(product, code, "");
            try (var admin = Api.as(product, code, "admin")) {
                database.execute(owners(code));
                var start = System.nanoTime();
                var answer = admin.post("/api/v1/imports", "multipart/form-data; boundary=bench", BodyPublishers.concat(
                        BodyPublishers.ofString("""
                                --bench\r
                                Content-Disposition: form-data; name="spec"\r
                                Content-Type: application/json\r
                                \r
                                {"kind":"RECEIVABLES","datePattern":"uuuu-MM-dd","charset":"UTF-8","columns":{"customerCode":"customer",\
                                "customerName":"name","number":"invoice","issuedOn":"issued","dueOn":"due","amount":"amount",\
                                "ownerUsername":"salesperson"},"constants":{"currency":"CNY"}}\r
                                --bench\r
                                Content-Disposition: form-data; name="file"; filename="receivables.csv"\r
                                Content-Type: text/csv\r
                                \r
                                """),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--bench--\r\n")));
                var done = admin.await(answer.location());
                var seconds = (System.nanoTime() - start) / 1e9;
                if (done.get("rowsAccepted").asInt() != rows) {
                    throw new IllegalStateException("not every row went in: " + done);
                }
                return new Taken(seconds, product.residentAtMost());
            }
        }
    }

    private static String owners(String code) {
        return """
                insert into app_user (organisation_id, id, username, display_name, roles, locale, password_hash,
                    must_change_password, active, created_at, version)
                select o.id, uuidv7(), 's' || n, 'Salesperson ' || n, '{SALESPERSON}', 'en', '-', false, true, now(), 0
                from organisation o, generate_series(0, %d) n where o.code = '%s'""".formatted(OWNERS - 1, code);
    }

    private double bySql(Path file, int rows) throws SQLException, IOException {
        var code = "import-" + organisations++;
        database.execute(
                """
                insert into organisation (id, code, name, time_zone, currency, locale, created_at, version)
                values (uuidv7(), '%s', 'By SQL', 'Asia/Shanghai', 'CNY', 'en', now(), 0)""".formatted(code),
                owners(code));
        var organisation = "'" + database.text("select id from organisation where code = '" + code + "'") + "'::uuid";
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var csv = Files.newInputStream(file)) {
            connection.setAutoCommit(false);
            var start = System.nanoTime();
            statement.execute("""
                    create table bench_row (customer text, name text, invoice text, issued date, due date,
                        amount numeric(19, 4), salesperson text)""");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_row from stdin (format csv, header)", csv);
            for (var sql : List.of(
                    """
                    insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                    select %1$s, uuidv7(), r.customer, min(r.name), min(u.id::text)::uuid, now(), 0
                    from bench_row r join app_user u on u.organisation_id = %1$s and u.username = r.salesperson
                    group by r.customer
                    on conflict (organisation_id, code) do nothing""",
                    """
                    insert into customer_ownership (organisation_id, customer_id, owned_from, owner_id)
                    select organisation_id, id, current_date, owner_id from customer where organisation_id = %1$s""",
                    """
                    insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on,
                        due_on, amount, currency, open_amount, created_at, version)
                    select %1$s, uuidv7(), c.id, c.owner_id, r.invoice, r.issued, r.due, r.due, r.amount, 'CNY', r.amount,
                        now(), 0
                    from bench_row r join customer c on c.organisation_id = %1$s and c.code = r.customer
                    on conflict (organisation_id, customer_id, number, billed_due_on) do nothing""",
                    """
                    insert into receivable_look (organisation_id, receivable_id, next_look_on)
                    select organisation_id, id, issued_on from receivable where organisation_id = %1$s""")) {
                statement.execute(sql.formatted(organisation));
            }
            statement.execute("drop table bench_row");
            connection.commit();
            var seconds = (System.nanoTime() - start) / 1e9;
            if (database.number("select count(*) from receivable where organisation_id = " + organisation) != rows) {
                throw new IllegalStateException("not every row went in by SQL");
            }
            return seconds;
        }
    }
}
