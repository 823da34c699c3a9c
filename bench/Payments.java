import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Payments recorded and allocated to the oldest receivable of their customer: per second over HTTP, each with an Idempotency-Key and a
 * reference, against pgbench that sends the same statements, prepared, from as many clients to the same database.
 */
final class Payments {

    private static final int CLIENTS = 16;
    private static final int CUSTOMERS = 50_000;
    private static final int RECEIVABLES = 4;
    private static final int ROUNDS = 3;
    /** Payments, so that as much is compiled however busy the machine is. */
    private static final int WARM_UP = 30_000;
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Product product;
    private final Database database;
    private final Path work;
    private final String organisation;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Payments(Product product, Database database, Path work, String organisation) {
        this.product = product;
        this.database = database;
        this.work = work;
        this.organisation = organisation;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("payments"));
        var pgbench = pgbench();
        if (pgbench == null) {
            System.out.println("payments: skipped, there is no pgbench in PATH or under /usr/lib/postgresql (Debian: postgresql-15)");
            return;
        }
        try (var database = Database.open(work.resolve("postgres"));
                var product =
                        Product.start(Path.of(arguments[0]), work, database, Map.of("QUARKUS_PROFILE", "demo"))) {
            Api.found(product, "payments", "");
            var organisation = database.text("select id from organisation where code = 'payments'");
            var payments = new Payments(product, database, work, organisation);
            payments.fill();
            payments.measure(pgbench);
        }
    }

    private static Path pgbench() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : System.getenv("PATH").split(":")) {
            found.add(Path.of(folder, "pgbench"));
        }
        if (Files.isDirectory(Path.of("/usr/lib/postgresql"))) {
            try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
                versions.map(version -> version.resolve("bin/pgbench")).forEach(found::add);
            }
        }
        return found.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    private void measure(Path pgbench) throws Exception {
        var http = new Series();
        var sql = new Series();
        var ratio = new Series();
        var script = Files.writeString(work.resolve("payment.sql"), script());
        overHttp(Duration.ofMinutes(5), WARM_UP);
        for (var round = 0; round < ROUNDS; round++) {
            settle();
            var perSecond = overHttp(ROUND, Integer.MAX_VALUE);
            settle();
            var bySql = bySql(pgbench, script);
            http.add(perSecond);
            sql.add(bySql);
            ratio.add(perSecond / bySql);
            System.err.printf("HTTP %.0f/s, SQL %.0f/s%n", perSecond, bySql);
        }
        assertAllocated();
        System.out.printf("""
                ## Payments recorded and allocated, %d clients

                | | per second |
                |---|---|
                | POST /payments, answered | %s |
                | the same statements by pgbench | %s |

                HTTP against SQL: × %s of its rate
                """,
                CLIENTS, http.text("%.0f"), sql.text("%.0f"), ratio);
    }

    /** @return answers per second, of so long or so many payments */
    private double overHttp(Duration duration, int most) throws Exception {
        var answers = new LongAdder();
        var bearer = Api.token(product, "payments", "cashier");
        var start = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                all.add(clients.submit(() -> {
                    try (var connection = new KeepAlive(product.address(), bearer)) {
                        while (System.nanoTime() < start + duration.toNanos() && answers.sum() < most) {
                            pay(connection);
                            answers.increment();
                        }
                    }
                    return null;
                }));
            }
            for (var client : all) {
                client.get(); // a refused payment fails the measurement
            }
        }
        return answers.sum() * 1e9 / (System.nanoTime() - start);
    }

    private void pay(KeepAlive connection) throws IOException {
        var key = UUID.randomUUID().toString();
        var body = """
                {"customerId":"%s","receivedOn":"%s","amount":{"amount":"100.00","currency":"CNY"},"method":"BANK_TRANSFER","reference":"%s"}"""
                .formatted(customer(1 + ThreadLocalRandom.current().nextInt(CUSTOMERS)), today, key);
        var status = connection.post("/api/v1/payments", key, body);
        if (status != 201) {
            throw new IOException("a payment was answered with " + status);
        }
    }

    private static String customer(int number) {
        return "01920003-0000-7000-8000-%012x".formatted(number);
    }

    private double bySql(Path pgbench, Path script) throws Exception {
        var url = database.url();
        var builder = new ProcessBuilder(List.of(
                        pgbench.toString(), "-n", "-M", "prepared", "-f", script.toString(), "-c", "" + CLIENTS, "-j", "2",
                        "-T", "" + ROUND.toSeconds(), "-h", "127.0.0.1", "-p", url.replaceAll(".*:(\\d+)/.*", "$1"),
                        "-U", database.user(), url.replaceAll(".*/", "")))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var report = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || !report.contains("number of failed transactions: 0 ")) {
            throw new IOException("pgbench: " + report);
        }
        return Double.parseDouble(report.replaceAll("(?s).*tps = ([0-9.]+).*", "$1"));
    }

    /** Both sides gave every payment that found something open to the oldest receivable. */
    private void assertAllocated() throws SQLException {
        var wrong = database.number("""
                select count(*) from receivable r
                left join (select receivable_id, sum(amount) as settled from allocation group by 1) s on s.receivable_id = r.id
                where r.open_amount <> r.amount - coalesce(s.settled, 0)""")
                + database.number("""
                select count(*) from payment p
                left join (select payment_id, sum(amount) as settled from allocation group by 1) s on s.payment_id = p.id
                where p.unapplied_amount <> p.amount - coalesce(s.settled, 0)""");
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " receivables or payments do not add up");
        }
    }

    private String script() throws SQLException {
        var user = database.text("select id from app_user where username = 'cashier'");
        var session = database.text(
                "insert into session (organisation_id, id, user_id, created_at, last_used_at, expires_at, rotation_secret) "
                        + "values ('%s', uuidv7(), '%s', now(), now(), now() + interval '1 day', '\\x00') returning id"
                                .formatted(organisation, user));
        return STATEMENTS
                .replace("{organisation}", "'" + organisation + "'::uuid")
                .replace("{user}", "'" + user + "'::uuid")
                .replace("{session}", "'" + session + "'::uuid")
                .replace("{customers}", "" + CUSTOMERS)
                .replace("{today}", "date '" + today + "'");
    }

    private void fill() throws SQLException {
        database.execute(
                """
                insert into app_user (organisation_id, id, username, display_name, roles, locale, password_hash,
                    must_change_password, active, created_at, version)
                select organisation_id, uuidv7(), 'cashier', 'Cashier', '{FINANCE}', 'zh-CN', password_hash, false, true, now(), 0
                from app_user where username = 'admin'""",
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select organisation_id, ('01920003-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'C' || n, 'Customer ' || n, id,
                    now(), 0
                from app_user, generate_series(1, %d) n where username = 'admin'"""
                        .formatted(CUSTOMERS),
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, created_at, version)
                select organisation_id, uuidv7(), id, owner_id, 'R' || n, current_date - 90, current_date - 60 + 7 * n,
                    current_date - 60 + 7 * n, 1000, 'CNY', 1000, now(), 0
                from customer, generate_series(1, %d) n"""
                        .formatted(RECEIVABLES),
                """
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id, current_date + 30 from receivable where open_amount > 0""");
        settle();
    }

    private void settle() throws SQLException {
        database.settle(
                "app_user", "session", "customer", "receivable", "receivable_look", "payment", "payment_entry", "allocation", "audit_event",
                "idempotency_key", "notice");
    }

    /** What the product sends for one payment, in its order; each statement that begins and ends a transaction of its own included. */
    private static final String STATEMENTS = """
            \\set number random(1, {customers})
            \\set lock random(1, 9000000000000000000)
            begin;
            select array_to_string(u.roles, ',') as roles, u.must_change_password, o.time_zone
            from session s
            join app_user u on u.organisation_id = s.organisation_id and u.id = s.user_id and u.active
            join organisation o on o.id = s.organisation_id
            where s.organisation_id = {organisation} and s.id = {session} and s.user_id = {user}
              and s.revoked_at is null and s.expires_at > now();
            commit;
            begin;
            select pg_try_advisory_xact_lock(:lock);
            select fingerprint, body, version, location from idempotency_key
            where organisation_id = {organisation} and user_id = {user} and operation = 'createPayment' and key = :lock::text;
            select c.id as customer, c.code, c.name, c.owner_id as owner, uuidv7() as payment
            from customer c
            where c.organisation_id = {organisation}
              and c.id = ('01920003-0000-7000-8000-' || lpad(to_hex(:number::int), 12, '0'))::uuid \\gset
            select id from customer where organisation_id = {organisation} and id = any(array[:customer::uuid])
            order by id for no key update;
            select cast(pg_advisory_xact_lock_shared(hashtextextended('books/' || cast({organisation} as text), 0)) as text);
            select closed_through from period_closing where organisation_id = {organisation} order by recorded_at desc, id desc limit 1;
            select p.id, p.customer_id, l.account, l.bank_reference as reference, p.received_on, p.amount, p.currency, p.state
            from unnest(array[:customer::uuid], array[:payment::text]) as w(customer_id, reference)
            join statement_line l on l.organisation_id = {organisation} and l.bank_reference = w.reference and l.state = 'MATCHED'
            join statement_part m on m.organisation_id = {organisation} and m.decision_id = l.decision_id
            join payment p on p.organisation_id = {organisation} and p.id = m.payment_id and p.customer_id = w.customer_id
            union
            select p.id, p.customer_id, coalesce(p.account, l.account) as account, p.reference, p.received_on, p.amount,
                p.currency, p.state
            from unnest(array[:customer::uuid], array[:payment::text]) as w(customer_id, reference)
            join payment p on p.organisation_id = {organisation} and p.customer_id = w.customer_id and p.reference = w.reference
            left join (
                statement_part m join statement_line l on l.organisation_id = {organisation} and l.decision_id = m.decision_id)
                on m.organisation_id = {organisation} and m.payment_id = p.id
            where p.state <> 'REJECTED'
            order by id;
            select strategy from allocation_setting where organisation_id = {organisation};
            select coalesce((array_agg(o.id order by o.due_on, o.id))[1], '00000000-0000-0000-0000-000000000000') as receivable
            from (
                select r.id, r.customer_id, r.owner_id, r.number, r.issued_on, r.due_on, r.open_amount, r.currency,
                    coalesce(r.invoice_id, r.id) as document,
                    greatest(r.issued_on, (
                        select max(a.effective_on) from allocation a
                        where a.organisation_id = {organisation} and a.receivable_id = r.id and a.undoes_id is not null
                          and a.component = 'PRINCIPAL' and a.reason <> 'CLEARANCE')) as payable_from
                from receivable r
                where r.organisation_id = {organisation} and r.customer_id = any(array[:customer::uuid]) and r.open_amount > 0
                order by r.id for no key update) o \\gset
            select o.id, o.receivable_id, o.amount, o.currency, cast(o.offered_at at time zone g.time_zone as date) as offered_on,
                o.valid_through, o.reason
            from discount_offer o
            join receivable r on r.organisation_id = {organisation} and r.id = o.receivable_id
            join organisation g on g.id = {organisation}
            where o.organisation_id = {organisation} and o.state = 'OFFERED' and r.customer_id = any(array[:customer::uuid]);
            insert into payment (organisation_id, id, customer_id, received_on, amount, currency, unapplied_amount, method, reference, state,
                recorded_by, created_at, version)
            select {organisation}, w.id, w.customer_id, {today}, 100, 'CNY', case when w.receivable_id is null then 100 else 0 end,
                'BANK_TRANSFER', w.id::text, 'CONFIRMED', {user}, now(), 0
            from unnest(array[:payment::uuid], array[:customer::uuid], array[nullif(:receivable, '00000000-0000-0000-0000-000000000000')])
                as w(id, customer_id, receivable_id)
            on conflict (organisation_id, id) do nothing;
            insert into payment_entry (organisation_id, id, payment_id, kind, cash, secured, currency, effective_on, recorded_by, recorded_at)
            select p.organisation_id, uuidv7(), p.id, 'CONFIRMED', p.amount, 0, p.currency, {today}, {user}, now()
            from unnest(array[:payment::uuid]) as w(id)
            join payment p on p.organisation_id = {organisation} and p.id = w.id;
            insert into allocation (organisation_id, id, payment_id, kind, receivable_id, owner_id, component, amount, currency, effective_on,
                reason, criterion, place, recorded_by, recorded_at)
            select {organisation}, uuidv7(), w.payment_id, 'PAYMENT', w.receivable_id, w.owner_id, 'PRINCIPAL', 100, 'CNY', {today},
                'OLDEST_DUE_FIRST', 'EARLIEST_DUE', 1, {user}, now()
            from unnest(array[:payment::uuid], array[:receivable::uuid], array[:owner::uuid]) as w(payment_id, receivable_id, owner_id)
            where w.receivable_id <> '00000000-0000-0000-0000-000000000000';
            with moved as (
                update receivable r
                set open_amount = r.open_amount - w.amount, version = r.version + 1
                from unnest(array[:receivable::uuid], array[100::numeric], array[{today}]) as w(id, amount, look_on)
                where r.organisation_id = {organisation} and r.id = w.id
                returning r.id, r.open_amount, w.look_on),
            settled as (
                delete from receivable_look l using moved m
                where l.organisation_id = {organisation} and l.receivable_id = m.id and m.open_amount = 0),
            looked_at as (
                insert into receivable_look as l (organisation_id, receivable_id, next_look_on)
                select {organisation}, m.id, m.look_on from moved m where m.open_amount > 0
                on conflict (organisation_id, receivable_id) do update set next_look_on = excluded.next_look_on
                where l.next_look_on > excluded.next_look_on)
            select id, open_amount from moved;
            insert into audit_event (organisation_id, id, actor_id, action, subject, subject_id, details, recorded_at)
            select {organisation}, uuidv7(), {user}, 'payment.recorded', 'payment', w.subject_id, cast(w.details as jsonb), now()
            from unnest(
                array[:payment::uuid],
                array['{"unapplied":"CNY 0.00","customer":"01920003-0000-7000-8000-000000000001","receivedOn":"2026-11-22","amount":"CNY 100.00"}'])
                as w(subject_id, details);
            select owner_id from customer where organisation_id = {organisation} and id = :customer;
            with recursive up(from_id, team_id, depth) as (
                select distinct u.team_id, u.team_id, 0 from app_user u
                where u.organisation_id = {organisation} and u.id in (:owner) and u.team_id is not null
                union all
                select up.from_id, t.parent_id, up.depth + 1 from up
                join team t on t.organisation_id = {organisation} and t.id = up.team_id
                where t.parent_id is not null and up.depth < 50),
            managers as (
                select up.from_id as team_id, array_agg(m.id order by up.depth) as ids
                from up
                join team t on t.organisation_id = {organisation} and t.id = up.team_id
                join app_user m on m.organisation_id = {organisation} and m.id = t.manager_id and m.active
                group by up.from_id)
            select o.id as owner_id, o.active, (array_remove(m.ids, o.id))[1] as manager_id,
                (array_remove(m.ids, o.id))[2] as director_id
            from app_user o
            left join managers m on m.team_id = o.team_id
            where o.organisation_id = {organisation} and o.id in (:owner);
            insert into notice (organisation_id, id, recipient_id, kind, payment_id, customer_id, step_offset_days, occurrence, due_on,
                open_amount, currency, business_date, state, created_at)
            select {organisation}, uuidv7(), w.recipient_id, 'PAYMENT_CONFIRMED', :payment, :customer, 0, 1, {today}, 100, 'CNY', {today},
                'UNSEEN', now()
            from unnest(array[:owner::uuid]) as w(recipient_id)
            on conflict do nothing;
            select a.*, r.number from allocation a
            join receivable r on r.organisation_id = {organisation} and r.id = a.receivable_id
            where a.organisation_id = {organisation} and a.payment_id = :payment
            order by a.recorded_at, a.id;
            insert into idempotency_key
                (organisation_id, user_id, operation, key, fingerprint, body, version, location, created_at)
            values ({organisation}, {user}, 'createPayment', :lock::text, repeat('f', 64), repeat('an answer ', 80), 0,
                '/api/v1/payments/' || :payment, now());
            commit;
            """;
}
