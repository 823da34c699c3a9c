import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ageing of 1,000,000 receivables, half of them open, with 3,000,000 payments, today and as of days long past, and the self-check
 * of all that money; each against plain SQL in the same database. The ageing's numbers are compared with those of the SQL.
 *
 * <p>The receivables were issued evenly over two years, by 100,000 customers of 500 salespeople, and each of them was paid in parts
 * within the next months: two where half of it is still open, four where nothing is.
 */
final class Ageing {

    private static final int RECEIVABLES = 1_000_000;
    private static final int CUSTOMERS = 100_000;
    private static final int SALESPEOPLE = 500;
    private static final int DAYS = 730;
    private static final int[] DAYS_AGO = {1, 30, 180, 365, 600};
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 5;

    private final Product product;
    private final Database database;
    private final String organisation;
    private final LocalDate today;

    private Ageing(Product product, Database database, String organisation, LocalDate today) {
        this.product = product;
        this.database = database;
        this.organisation = organisation;
        this.today = today;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("ageing"));
        try (var database = Database.open(work.resolve("postgres"));
                var product =
                        Product.start(Path.of(arguments[0]), work, database, Map.of("QUARKUS_PROFILE", "demo"))) {
            Api.found(product, "ageing", "");
            var id = database.text("select id from organisation where code = 'ageing'");
            var ageing = new Ageing(product, database, "'" + id + "'::uuid", LocalDate.now(ZoneId.of("Asia/Shanghai")));
            ageing.fill();
            ageing.measure();
        }
    }

    private void measure() throws Exception {
        System.out.printf("""
                ## Ageing of %,d receivables, %,d of them open, with %,d payments

                | ms | over HTTP | plain SQL | HTTP against SQL |
                |---|---|---|---|
                """,
                RECEIVABLES,
                database.number("select count(*) from receivable where open_amount > 0"),
                database.number("select count(*) from payment"));
        try (var admin = Api.as(product, "ageing", "admin")) {
            compare(admin, "today", "", bucketsOfToday());
            for (var ago : DAYS_AGO) {
                var day = today.minusDays(ago);
                compare(admin, "as of " + ago + " days ago", "?asOf=" + day, bucketsOf(day));
            }
            var day = today.minusDays(30);
            compare(
                    admin,
                    "as of 30 days ago, as known then",
                    "?asOf=%s&knownAt=%sT23:00:00Z".formatted(day, day),
                    bucketsOf(day));
            check(admin);
        }
    }

    private void compare(Api admin, String what, String query, String sql) throws Exception {
        var path = "/api/v1/performance/ageing" + query;
        var http = new Series();
        var plain = new Series();
        var ratio = new Series();
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var answer = admin.get(path);
            var took = (System.nanoTime() - start) / 1e6;
            if (round < 0) {
                continue;
            }
            var sqlStart = System.nanoTime();
            var expected = buckets(sql);
            var sqlTook = (System.nanoTime() - sqlStart) / 1e6;
            if (!buckets(answer).equals(expected)) {
                throw new IllegalStateException(what + ": " + answer + " but by SQL " + expected);
            }
            http.add(took);
            plain.add(sqlTook);
            ratio.add(took / sqlTook);
        }
        System.out.printf("| %s | %s | %s | × %s |%n", what, http.text("%.0f"), plain.text("%.0f"), ratio);
    }

    /** What is open in each bucket that has something. */
    private static Map<String, BigDecimal> buckets(JsonNode answer) {
        var found = new TreeMap<String, BigDecimal>();
        for (var total : answer.get("totals")) {
            for (var bucket : total.get("buckets")) {
                var open = new BigDecimal(bucket.get("open").get("amount").asText());
                if (open.signum() > 0) {
                    found.put(bucket.get("bucket").asText(), open.stripTrailingZeros());
                }
            }
        }
        return found;
    }

    private Map<String, BigDecimal> buckets(String sql) throws SQLException {
        var found = new TreeMap<String, BigDecimal>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.put(result.getString(1), result.getBigDecimal(2).stripTrailingZeros());
            }
        }
        return found;
    }

    private static final String BUCKET =
            "(array['NOT_DUE', 'D1_30', 'D31_60', 'D61_90', 'D91_180', 'D181_365', 'OVER_365'])"
                    + "[1 + width_bucket(date '%s' - due_on, array[1, 31, 61, 91, 181, 366])]";

    private String bucketsOfToday() {
        return "select %s, sum(open_amount) from receivable where organisation_id = %s and open_amount > 0 group by 1"
                .formatted(BUCKET.formatted(today), organisation);
    }

    /** From the entries alone. */
    private String bucketsOf(LocalDate day) {
        return """
                select %1$s, sum(r.amount - coalesce(s.settled, 0))
                from receivable r
                left join (
                    select receivable_id, sum(amount) as settled from allocation
                    where organisation_id = %2$s and effective_on <= date '%3$s' and component = 'PRINCIPAL'
                    group by receivable_id) s on s.receivable_id = r.id
                where r.organisation_id = %2$s and r.issued_on <= date '%3$s' and r.amount > coalesce(s.settled, 0)
                group by 1"""
                .formatted(BUCKET.formatted(day), organisation, day);
    }

    private void check(Api admin) throws Exception {
        var http = new Series();
        var plain = new Series();
        var ratio = new Series();
        for (var round = -1; round < 3; round++) {
            var start = System.nanoTime();
            var answer = admin.get("/api/v1/money-checks");
            var took = (System.nanoTime() - start) / 1e9;
            if (!answer.get("sound").asBoolean()) {
                throw new IllegalStateException("the books are not sound: " + answer);
            }
            var sqlStart = System.nanoTime();
            database.number("""
                    select count(*) from receivable r
                    join (select receivable_id, sum(amount) as settled from allocation where organisation_id = %1$s group by 1) s
                        on s.receivable_id = r.id
                    where r.organisation_id = %1$s and r.open_amount <> r.amount - s.settled"""
                    .formatted(organisation));
            database.number("""
                    select count(*) from payment p
                    join (select payment_id, sum(amount) as settled from allocation where organisation_id = %1$s group by 1) s
                        on s.payment_id = p.id
                    where p.organisation_id = %1$s and p.unapplied_amount <> p.amount - s.settled"""
                    .formatted(organisation));
            var sqlTook = (System.nanoTime() - sqlStart) / 1e9;
            if (round >= 0) {
                http.add(took);
                plain.add(sqlTook);
                ratio.add(took / sqlTook);
            }
        }
        System.out.printf("""

                | self-check of all that, s | |
                |---|---|
                | all invariants over HTTP | %s |
                | two of them by plain SQL: receivables and payments less their allocations | %s |
                | all against two | × %s |
                """, http, plain, ratio);
    }

    private void fill() throws SQLException {
        var id = "('0192%1$04x-0000-7000-8000-' || lpad(to_hex(%2$s), 12, '0'))::uuid";
        var person = id.formatted(2, "%s");
        var customer = id.formatted(3, "%s");
        var billed = """
                (select n, date '%1$s' - %2$d + n * %2$d / %3$d as issued_on, 1 + n %% %4$d as customer, (n + n / %4$d) %% 2 = 0 as open
                from generate_series(1, %3$d) n)"""
                .formatted(today, DAYS, RECEIVABLES, CUSTOMERS);
        var paid = """
                (select b.n, b.customer, b.n * 4 + k - 1 as payment,
                    b.issued_on + least(k * (5 + b.n %% 25), (date '%s' - b.issued_on) * k / 5) as day
                from %s b cross join lateral generate_series(1, case when b.open then 2 else 4 end) k)"""
                .formatted(today, billed);
        var owner = person.formatted("1 + customer % " + SALESPEOPLE);
        database.load(
                new String[] {"receivable", "payment", "payment_entry", "allocation"},
                """
                insert into app_user (organisation_id, id, username, display_name, roles, locale, password_hash,
                    must_change_password, active, created_at, version)
                select %s, %s, 's' || n, 'S ' || n, '{SALESPERSON}', 'zh-CN', '-', false, true, now(), 0 from generate_series(1, %d) n"""
                        .formatted(organisation, person.formatted("n"), SALESPEOPLE),
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select %s, %s, 'C' || customer, 'Customer ' || customer, %s, now(), 0 from generate_series(1, %d) customer"""
                        .formatted(organisation, customer.formatted("customer"), owner, CUSTOMERS),
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, created_at, version)
                select %s, %s, %s, %s, 'R' || n, issued_on, issued_on + 30 * (1 + n %% 3), issued_on + 30 * (1 + n %% 3), 1000, 'CNY',
                    case when open then 500 else 0 end, issued_on, 0
                from %s b"""
                        .formatted(organisation, id.formatted(4, "n"), customer.formatted("customer"), owner, billed),
                """
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id, date '%s' + 9 from receivable where open_amount > 0"""
                        .formatted(today),
                """
                insert into payment (organisation_id, id, customer_id, received_on, amount, currency, unapplied_amount, method,
                    reference, state, created_at, version)
                select %s, %s, %s, day, 250, 'CNY', 0, 'BANK_TRANSFER', 'P' || payment, 'CONFIRMED', day + time '04:00', 0 from %s p"""
                        .formatted(organisation, id.formatted(5, "payment"), customer.formatted("customer"), paid),
                """
                insert into payment_entry (organisation_id, id, payment_id, kind, cash, secured, currency, effective_on, recorded_at)
                select %s, %s, %s, 'CONFIRMED', 250, 0, 'CNY', day, day + time '04:00' from %s p"""
                        .formatted(organisation, id.formatted(6, "payment"), id.formatted(5, "payment"), paid),
                """
                insert into allocation (organisation_id, id, payment_id, receivable_id, owner_id, amount, currency, effective_on, reason,
                    recorded_at, kind, component, criterion, place)
                select %s, %s, %s, %s, %s, 250, 'CNY', day, 'OLDEST_DUE_FIRST', day + time '04:00', 'PAYMENT', 'PRINCIPAL',
                    'EARLIEST_DUE', 1
                from %s p"""
                        .formatted(
                                organisation, id.formatted(7, "payment"), id.formatted(5, "payment"), id.formatted(4, "n"),
                                owner, paid));
        database.settle("app_user", "customer", "receivable", "payment", "payment_entry", "allocation");
    }
}
