import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * A reminder run over 1,000,000 open receivables of which a thirtieth is due for a step of the default ladder, against one
 * INSERT … SELECT of the same notices into a copy of the notice table with the same constraints and indexes.
 *
 * <p>The receivables lie in the database in the order in which they were issued, evenly over the last year, with terms of 30, 60 and 90
 * days, so that each day has its share of every step; the step that repeats from day to day is told for the how-manieth time it would
 * be. The business date is a Thursday far from today: no step is put off over a weekend, and the product's own daily run finds nothing
 * to look at.
 */
final class Reminders {

    private static final int RECEIVABLES = 1_000_000;
    private static final int CUSTOMERS = 100_000;
    private static final int TEAMS = 25;
    private static final int SALESPEOPLE = 500;
    private static final int FINANCE = 2;
    private static final int ROUNDS = 3;
    private static final LocalDate TODAY =
            LocalDate.of(2031, 3, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));

    private final Product product;
    private final Database database;
    private final String organisation;

    private Reminders(Product product, Database database, String organisation) {
        this.product = product;
        this.database = database;
        this.organisation = organisation;
    }

    public static void main(String[] arguments) throws Exception {
        var work = Files.createDirectories(Path.of(arguments[1]).resolve("reminders"));
        try (var database = Database.open(work.resolve("postgres"));
                var product =
                        Product.start(Path.of(arguments[0]), work, database, Map.of("QUARKUS_PROFILE", "demo"))) {
            Api.found(product, "reminders", "");
            var id = database.text("select id from organisation where code = 'reminders'");
            var reminders = new Reminders(product, database, "'" + id + "'::uuid");
            reminders.fill();
            reminders.measure();
        }
    }

    /** What one run took, by the clock of the caller and by the run's own row. */
    record Run(double wall, double own, int looked, int sent) {}

    private void measure() throws Exception {
        var due = database.number("select count(*) from bench_due");
        var wall = new Series();
        var own = new Series();
        var sql = new Series();
        var ratio = new Series();
        var again = new Series();
        var notices = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var run = run();
            if (run.looked() != due || run.sent() != due) {
                throw new IllegalStateException(due + " are due, but " + run);
            }
            var second = run();
            if (second.looked() != 0) {
                throw new IllegalStateException("the second run found something to look at: " + second);
            }
            database.execute("drop table if exists bench_sent", "create table bench_sent as select " + KEY
                    + " from notice where organisation_id = " + organisation);
            restore();
            var seconds = database.seconds(noticesBySql());
            notices = assertSameNotices();
            database.execute("truncate bench_notice");
            database.settle("bench_notice");
            wall.add(run.wall());
            own.add(run.own());
            again.add(second.wall());
            sql.add(seconds);
            ratio.add(run.own() / seconds);
            System.err.printf("run %s, SQL %.2f s, again %.2f s%n", run, seconds, second.wall());
        }
        System.out.printf("""
                ## Reminder run over %,d open receivables, %,d due for a step, %,d notices

                | | seconds |
                |---|---|
                | run, from the request to DONE | %s |
                | the same, from started_at to finished_at | %s |
                | one INSERT … SELECT of the same notices | %s |
                | the run once more, nothing due | %s |

                Run against SQL: × %s
                """,
                RECEIVABLES, due, notices, wall, own, sql, again, ratio);
    }

    private Run run() throws Exception {
        try (var admin = Api.as(product, "reminders", "admin")) {
            var start = System.nanoTime();
            var location = admin.post("/api/v1/reminder-runs", Map.of("businessDate", TODAY.toString()))
                    .location();
            var done = admin.await(location);
            var wall = (System.nanoTime() - start) / 1e9;
            var own = Duration.between(
                    Instant.parse(done.get("startedAt").asText()),
                    Instant.parse(done.get("finishedAt").asText()));
            return new Run(
                    wall, own.toMillis() / 1e3, done.get("looked").asInt(), done.get("sent").asInt());
        }
    }

    private static final String KEY = "receivable_id, recipient_id, step_offset_days, occurrence, due_on, open_amount";

    /** The ladder's steps by the days past due on which they are told, and whom they speak to. */
    private String noticesBySql() {
        return """
                insert into bench_notice (organisation_id, id, recipient_id, kind, receivable_id, customer_id, step_offset_days,
                    occurrence, due_on, open_amount, currency, business_date, state, created_at)
                with step (offset_days, day, audience) as (values
                    (-7, -7, 'OWNER'), (-3, -3, 'OWNER'), (-3, -3, 'FINANCE'), (0, 0, 'OWNER'), (1, 1, 'OWNER'), (1, 2, 'OWNER'),
                    (1, 3, 'OWNER'), (1, 4, 'OWNER'), (1, 5, 'OWNER'), (1, 6, 'OWNER'), (7, 7, 'OWNER'), (7, 7, 'MANAGER'),
                    (15, 15, 'OWNER'), (15, 15, 'FINANCE'), (15, 15, 'MANAGER'), (15, 15, 'DIRECTOR'), (30, 30, 'OWNER'),
                    (30, 30, 'MANAGER'), (30, 30, 'DIRECTOR')),
                recipient (owner_id, audience, id) as (
                    select id, 'OWNER', id from app_user where organisation_id = %1$s
                    union all
                    select o.id, 'FINANCE', f.id from app_user o join app_user f using (organisation_id)
                    where organisation_id = %1$s and 'FINANCE' = any (f.roles)
                    union all
                    select o.id, 'MANAGER', t.manager_id from app_user o
                    join team t on t.organisation_id = o.organisation_id and t.id = o.team_id where o.organisation_id = %1$s
                    union all
                    select o.id, 'DIRECTOR', p.manager_id from app_user o
                    join team t on t.organisation_id = o.organisation_id and t.id = o.team_id
                    join team p on p.organisation_id = t.organisation_id and p.id = t.parent_id where o.organisation_id = %1$s)
                select r.organisation_id, uuidv7(), w.id, 'REMINDER', r.id, r.customer_id, s.offset_days,
                    case when p.offset_days = s.offset_days then p.occurrence + 1 else 1 end, r.due_on, r.open_amount, r.currency,
                    date '%2$s', 'UNSEEN', now()
                from step s
                join receivable r on r.organisation_id = %1$s and r.open_amount > 0
                    and r.due_on = date '%2$s' - s.day
                join recipient w on w.owner_id = r.owner_id and w.audience = s.audience
                left join reminder_position p on p.organisation_id = r.organisation_id and p.receivable_id = r.id"""
                .formatted(organisation, TODAY);
    }

    /** @return how many there are */
    private long assertSameNotices() throws SQLException {
        var different = database.number("""
                select count(*) from (
                    (select %1$s from bench_sent except all select %1$s from bench_notice)
                    union all
                    (select %1$s from bench_notice except all select %1$s from bench_sent)) d""".formatted(KEY));
        if (different > 0) {
            throw new IllegalStateException(different + " notices differ between the run and SQL");
        }
        return database.number("select count(*) from bench_notice");
    }

    private void fill() throws SQLException {
        // Ids that grow as those of the product do, and that the statements below can name by a number.
        var id = "('0192%1$04x-0000-7000-8000-' || lpad(to_hex(%2$s), 12, '0'))::uuid";
        var team = id.formatted(1, "%s");
        var person = id.formatted(2, "%s");
        var customer = id.formatted(3, "%s");
        var insertPeople = """
                insert into app_user (organisation_id, id, username, display_name, roles, team_id, locale, password_hash,
                    must_change_password, active, created_at, version)
                select %1$s, %2$s, '%3$s' || n, '%3$s ' || n, '{%4$s}', %5$s, 'zh-CN', '-', false, true, now(), 0
                from generate_series(1, %6$d) n""";
        database.execute(
                "insert into team (organisation_id, id, name, version) values (%s, %s, 'all', 0)"
                        .formatted(organisation, team.formatted("0")),
                "insert into team (organisation_id, id, name, parent_id, version) select %s, %s, 'team ' || n, %s, 0 from generate_series(1, %d) n"
                        .formatted(organisation, team.formatted("n"), team.formatted("0"), TEAMS),
                insertPeople.formatted(
                        organisation, person.formatted("n"), "salesperson", "SALESPERSON",
                        team.formatted("1 + n % " + TEAMS), SALESPEOPLE),
                insertPeople.formatted(
                        organisation, person.formatted("10000 + n"), "manager", "MANAGER", team.formatted("n"), TEAMS),
                insertPeople.formatted(
                        organisation, person.formatted("20000 + n"), "director", "MANAGER", team.formatted("0"), 1),
                insertPeople.formatted(organisation, person.formatted("30000 + n"), "finance", "FINANCE", "null", FINANCE),
                "update team t set manager_id = u.id from app_user u where t.organisation_id = %1$s and u.organisation_id = %1$s and u.team_id = t.id and u.username ~ '^(manager|director)'"
                        .formatted(organisation),
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select %s, %s, 'C' || n, 'Customer ' || n, %s, now(), 0 from generate_series(1, %d) n"""
                        .formatted(
                                organisation, customer.formatted("n"), person.formatted("1 + n % " + SALESPEOPLE), CUSTOMERS),
                """
                insert into customer_ownership (organisation_id, customer_id, owned_from, owner_id)
                select organisation_id, id, current_date, owner_id from customer where organisation_id = %s"""
                        .formatted(organisation),
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, next_look_on, created_at, version)
                select c.organisation_id, %2$s, c.id, c.owner_id, 'R' || n, d.issued_on, d.due_on, d.due_on, 100 + n %% 9000, 'CNY',
                    100 + n %% 9000,
                    case when date '%3$s' - d.due_on in (-7, -3, 0, 1, 2, 3, 4, 5, 6, 7, 15, 30) then date '%3$s'
                        else date '%3$s' + 1 + n %% 14 end,
                    now(), 0
                from generate_series(1, %4$d) n
                cross join lateral (select date '%3$s' - 362 + (n - 1) / (%4$d / 363 + 1) as issued_on) i
                cross join lateral (select issued_on, issued_on + 30 * (1 + n %% 3) as due_on) d
                join customer c on c.organisation_id = %1$s and c.id = %5$s"""
                        .formatted(
                                organisation, id.formatted(4, "n"), TODAY, RECEIVABLES,
                                customer.formatted("1 + n % " + CUSTOMERS)),
                // The last step before today, told on the first working day from its date on; the repeated one, until yesterday.
                """
                insert into reminder_position (organisation_id, receivable_id, due_on, offset_days, occurrence, sent_on, acknowledged)
                select organisation_id, id, due_on, step,
                    case when step <> 1 then 1 when past <= 2 then 1 when past = 3 then 2 when past <= 6 then 3 else 4 end,
                    case when step = 1 then date '%2$s' - 1
                        else due_on + step + case extract(isodow from due_on + step) when 6 then 2 when 7 then 1 else 0 end end,
                    false
                from (select *, case when past <= -3 then -7 when past <= 0 then -3 when past <= 1 then 0 when past <= 7 then 1
                        when past <= 15 then 7 when past <= 30 then 15 else 30 end as step
                    from (select *, date '%2$s' - due_on as past from receivable where organisation_id = %1$s) r
                    where past > -7) r"""
                        .formatted(organisation, TODAY),
                "create table bench_due as select id from receivable where organisation_id = %s and next_look_on = date '%s'"
                        .formatted(organisation, TODAY),
                """
                create table bench_position as select p.* from reminder_position p join bench_due d on d.id = p.receivable_id
                where p.organisation_id = %s""".formatted(organisation),
                "create table bench_notice (like notice including all)");
        for (var key : database.text("""
                select string_agg(pg_get_constraintdef(oid), ';') from pg_constraint
                where conrelid = 'notice'::regclass and contype = 'f'""").split(";")) {
            database.execute("alter table bench_notice add " + key);
        }
        settle();
    }

    /** As it was before the run, so that the next one finds the same. */
    private void restore() throws SQLException {
        for (var table : new String[] {"notice", "follow_up", "delivery", "telling", "reminder_decision"}) {
            database.execute("delete from " + table + " where organisation_id = " + organisation);
        }
        database.execute(
                "delete from reminder_position p using bench_due d where p.organisation_id = %s and p.receivable_id = d.id"
                        .formatted(organisation),
                "insert into reminder_position select * from bench_position",
                "update receivable r set next_look_on = date '%s' from bench_due d where r.organisation_id = %s and r.id = d.id"
                        .formatted(TODAY, organisation));
        settle();
    }

    private void settle() throws SQLException {
        database.settle(
                "app_user", "team", "customer", "receivable", "reminder_position", "reminder_decision", "notice", "follow_up",
                "telling", "bench_notice");
    }
}
