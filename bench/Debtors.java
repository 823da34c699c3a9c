import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * An organisation whose customers owe a great many receivables: salespeople in teams under managers under one director, and finance. The
 * business date is a Thursday far from today: no step is put off over a weekend, and the product's own daily run finds nothing to look at.
 */
final class Debtors {

    static final LocalDate TODAY =
            LocalDate.of(2031, 3, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));

    private static final int TEAMS = 25;
    private static final int SALESPEOPLE = 500;
    private static final int FINANCE = 2;
    private static final String KEY = "receivable_id, recipient_id, step_offset_days, occurrence, due_on, open_amount";

    private final Database database;
    private final String organisation;
    private final int receivables;

    private Debtors(Database database, String organisation, int receivables) {
        this.database = database;
        this.organisation = organisation;
        this.receivables = receivables;
    }

    /** Founded, with its people and customers, ten receivables of each still to come; {@code admin} may ask for runs. */
    static Debtors found(Product product, Database database, String code, int receivables) throws Exception {
        Api.found(product, code, "");
        var id = database.text("select id from organisation where code = '" + code + "'");
        var debtors = new Debtors(database, "'" + id + "'::uuid", receivables);
        debtors.hire();
        return debtors;
    }

    /**
     * One rung of the ladder, in words of plain SQL.
     *
     * @param from how many days past due it is reached, {@code to} the last day on which it is the highest one
     */
    record Rung(int offset, int from, int to, String audience) {
        @Override
        public String toString() {
            return "(%d, %d, %d, '%s')".formatted(offset, from, to, audience);
        }
    }

    /** On an ordinary day, steps are told on their own day, and the one that repeats from day to day. */
    static final List<Rung> OF_THE_DAY = List.of(
            new Rung(-7, -7, -7, "OWNER"),
            new Rung(-3, -3, -3, "OWNER"), new Rung(-3, -3, -3, "FINANCE"),
            new Rung(0, 0, 0, "OWNER"),
            new Rung(1, 1, 6, "OWNER"),
            new Rung(7, 7, 7, "OWNER"), new Rung(7, 7, 7, "MANAGER"),
            new Rung(15, 15, 15, "OWNER"), new Rung(15, 15, 15, "FINANCE"), new Rung(15, 15, 15, "MANAGER"),
            new Rung(15, 15, 15, "DIRECTOR"),
            new Rung(30, 30, 30, "OWNER"), new Rung(30, 30, 30, "MANAGER"), new Rung(30, 30, 30, "DIRECTOR"));

    /** On the first day ever, each receivable is told of by the highest step that it has reached. */
    static final List<Rung> EVER = List.of(
            new Rung(-7, -7, -4, "OWNER"),
            new Rung(-3, -3, -1, "OWNER"), new Rung(-3, -3, -1, "FINANCE"),
            new Rung(0, 0, 0, "OWNER"),
            new Rung(1, 1, 6, "OWNER"),
            new Rung(7, 7, 14, "OWNER"), new Rung(7, 7, 14, "MANAGER"),
            new Rung(15, 15, 29, "OWNER"), new Rung(15, 15, 29, "FINANCE"), new Rung(15, 15, 29, "MANAGER"),
            new Rung(15, 15, 29, "DIRECTOR"),
            new Rung(30, 30, 60, "OWNER"), new Rung(30, 30, 60, "MANAGER"), new Rung(30, 30, 60, "DIRECTOR"));

    /**
     * As on any day of a company that collects: issued evenly over the last year, in that order, with terms of 30, 60 and 90 days, so that
     * each day has its share of every step, and told of until yesterday; the step that repeats, for the how-manieth time it would be.
     */
    void oweAsEver() throws SQLException {
        owe("date '%s' - 362 + (n - 1) / (%d / 363 + 1)".formatted(TODAY, receivables), "30 * (1 + n % 3)");
        database.execute(
                """
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id,
                    case when date '%2$s' - due_on in (-7, -3, 0, 1, 2, 3, 4, 5, 6, 7, 15, 30) then date '%2$s'
                        else date '%2$s' + 1 + cast(amount as int) %% 14 end
                from receivable where organisation_id = %1$s""".formatted(organisation, TODAY),
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
                        .formatted(organisation, TODAY));
        keep();
    }

    /** As on the day on which a company's books were taken over: nothing has ever been told, and all is to be looked at. */
    void oweAsNew() throws SQLException {
        owe("date '%s' - 6 - (n - 1) / (%d / 120 + 1)".formatted(TODAY, receivables), "100");
        database.execute("""
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id, issued_on from receivable where organisation_id = %s""".formatted(organisation));
        keep();
    }

    /** What a run of {@link #TODAY} is to look at. */
    long due() throws SQLException {
        return database.number(
                "select count(*) from receivable_look where organisation_id = %s and next_look_on <= date '%s'"
                        .formatted(organisation, TODAY));
    }

    /** Seconds of one INSERT … SELECT that computes and writes the notices of these rungs, and nothing else. */
    double noticesBySql(List<Rung> rungs) throws SQLException {
        return database.seconds("""
                insert into bench_notice (organisation_id, id, recipient_id, kind, receivable_id, customer_id, step_offset_days,
                    occurrence, due_on, open_amount, currency, business_date, state, created_at)
                with step (offset_days, due_on, audience) as materialized (
                    select v.offset_days, date '%2$s' - d.day, v.audience
                    from (values %3$s) v (offset_days, from_day, to_day, audience)
                    cross join lateral generate_series(v.from_day, v.to_day) d (day)),
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
                join receivable r on r.organisation_id = %1$s and r.open_amount > 0 and r.due_on = s.due_on
                join recipient w on w.owner_id = r.owner_id and w.audience = s.audience
                left join reminder_position p on p.organisation_id = r.organisation_id and p.receivable_id = r.id"""
                .formatted(organisation, TODAY, String.join(", ", rungs.stream().map(Rung::toString).toList())));
    }

    /** Keeps what a run has told, to be compared with what SQL tells. */
    void keepTold() throws SQLException {
        database.execute("drop table if exists bench_sent", "create table bench_sent as select " + KEY
                + " from notice where organisation_id = " + organisation);
    }

    /**
     * Empties the copy of the notice table.
     *
     * @return how many notices both have told
     */
    long requireSameNotices() throws SQLException {
        var different = database.number("""
                select count(*) from (
                    (select %1$s from bench_sent except all select %1$s from bench_notice)
                    union all
                    (select %1$s from bench_notice except all select %1$s from bench_sent)) d""".formatted(KEY));
        if (different > 0) {
            throw new IllegalStateException(different + " notices differ between the run and SQL");
        }
        var notices = database.number("select count(*) from bench_notice");
        database.execute("truncate bench_notice");
        database.settle("bench_notice");
        return notices;
    }

    /** As it was before the run, so that the next one finds the same; of all organisations at once. */
    void restore() throws SQLException {
        database.execute(
                "truncate notice, telling, delivery, reminder_decision",
                "delete from follow_up where organisation_id = " + organisation,
                "delete from reminder_position where organisation_id = " + organisation,
                "insert into reminder_position select * from bench_position where organisation_id = " + organisation,
                """
                update receivable_look l set next_look_on = b.next_look_on from bench_look b
                where l.organisation_id = %s and b.organisation_id = l.organisation_id and b.receivable_id = l.receivable_id
                  and b.next_look_on <= date '%s'""".formatted(organisation, TODAY));
        settle();
    }

    private void owe(String issuedOn, String days) throws SQLException {
        database.execute("""
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, created_at, version)
                select c.organisation_id, %2$s, c.id, c.owner_id, 'R' || n, d.issued_on, d.due_on, d.due_on, 100 + n %% 9000, 'CNY',
                    100 + n %% 9000, now(), 0
                from generate_series(1, %3$d) n
                cross join lateral (select %5$s as issued_on) i
                cross join lateral (select issued_on, issued_on + %6$s as due_on) d
                join customer c on c.organisation_id = %1$s and c.id = %4$s"""
                .formatted(
                        organisation, id(4, "n"), receivables, id(3, "1 + n % " + receivables / 10), issuedOn, days));
    }

    private void keep() throws SQLException {
        database.execute(
                "create table if not exists bench_position (like reminder_position)",
                "create table if not exists bench_look (like receivable_look)",
                "insert into bench_position select * from reminder_position where organisation_id = " + organisation,
                "insert into bench_look select * from receivable_look where organisation_id = " + organisation);
        if (database.number("select count(*) from pg_tables where tablename = 'bench_notice'") == 0) {
            database.execute("create table bench_notice (like notice including all)");
            for (var key : database.text("""
                    select string_agg(pg_get_constraintdef(oid), ';') from pg_constraint
                    where conrelid = 'notice'::regclass and contype = 'f'""").split(";")) {
                database.execute("alter table bench_notice add " + key);
            }
        }
        settle();
    }

    private void settle() throws SQLException {
        database.settle(
                "app_user", "team", "customer", "receivable", "receivable_look", "reminder_position", "reminder_decision", "notice",
                "follow_up", "telling", "bench_notice", "bench_look", "bench_position");
    }

    private void hire() throws SQLException {
        var insertPeople = """
                insert into app_user (organisation_id, id, username, display_name, roles, team_id, locale, password_hash,
                    must_change_password, active, created_at, version)
                select %1$s, %2$s, '%3$s' || n, '%3$s ' || n, '{%4$s}', %5$s, 'zh-CN', '-', false, true, now(), 0
                from generate_series(1, %6$d) n""";
        database.execute(
                "insert into team (organisation_id, id, name, version) values (%s, %s, 'all', 0)"
                        .formatted(organisation, id(1, "0")),
                "insert into team (organisation_id, id, name, parent_id, version) select %s, %s, 'team ' || n, %s, 0 from generate_series(1, %d) n"
                        .formatted(organisation, id(1, "n"), id(1, "0"), TEAMS),
                insertPeople.formatted(
                        organisation, id(2, "n"), "salesperson", "SALESPERSON", id(1, "1 + n % " + TEAMS), SALESPEOPLE),
                insertPeople.formatted(organisation, id(2, "10000 + n"), "manager", "MANAGER", id(1, "n"), TEAMS),
                insertPeople.formatted(organisation, id(2, "20000 + n"), "director", "MANAGER", id(1, "0"), 1),
                insertPeople.formatted(organisation, id(2, "30000 + n"), "finance", "FINANCE", "null", FINANCE),
                "update team t set manager_id = u.id from app_user u where t.organisation_id = %1$s and u.organisation_id = %1$s and u.team_id = t.id and u.username ~ '^(manager|director)'"
                        .formatted(organisation),
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select %s, %s, 'C' || n, 'Customer ' || n, %s, now(), 0 from generate_series(1, %d) n"""
                        .formatted(organisation, id(3, "n"), id(2, "1 + n % " + SALESPEOPLE), receivables / 10),
                """
                insert into customer_ownership (organisation_id, customer_id, owned_from, owner_id)
                select organisation_id, id, current_date, owner_id from customer where organisation_id = %s"""
                        .formatted(organisation));
    }

    /** Ids that grow as those of the product do, and that statements can name by a number. */
    private static String id(int kind, String number) {
        return "('0192%1$04x-0000-7000-8000-' || lpad(to_hex(%2$s), 12, '0'))::uuid".formatted(kind, number);
    }
}
