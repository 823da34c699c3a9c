import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what people were told in their inboxes, what was decided, and what tasks were handed out, with what {@link Ladder} says of the
 * dates, the due dates and the payments.
 */
final class Inboxes {

    /** One entry of an inbox. */
    record Notice(UUID recipient, String kind, UUID receivable, int offset, int occurrence, LocalDate dueOn, LocalDate businessDate) {}

    /** A step that somebody is to be told of. */
    private record Telling(UUID receivable, int offset, int occurrence, LocalDate businessDate) {}

    private final Database database;
    private final Company company;
    private final History history;
    private final List<String> violations = new ArrayList<>();

    Inboxes(Database database, Company company, History history) {
        this.database = database;
        this.company = company;
        this.history = history;
    }

    /** @return whatever is wrong */
    List<String> audit() throws SQLException {
        var notices = notices(database);
        var decided = decided();
        var tasks = tasks();
        eachOnce(notices);
        var told = notices.stream().collect(Collectors.groupingBy(
                notice -> new Telling(notice.receivable(), notice.offset(), notice.occurrence(), notice.businessDate()),
                HashMap::new,
                Collectors.mapping(Notice::recipient, Collectors.toSet())));
        var expected = 0;
        for (var receivable : company.receivables()) {
            expected += climb(receivable, told, decided, tasks);
        }
        told.forEach((telling, people) -> violate("%s was told to %s, and should not have been", telling, people.size()));
        decided.forEach((telling, times) -> violate("%s was decided %d times, and should not have been", telling, times));
        tasks.forEach((task, times) -> violate("the task %s was handed out %d times too often", task, times));
        System.out.printf("%8d entries in inboxes, of %d steps%n", notices.size(), expected);
        return List.copyOf(violations);
    }

    static List<Notice> notices(Database database) throws SQLException {
        return rows(database, """
                select n.recipient_id, n.kind, n.receivable_id, n.step_offset_days, n.occurrence, n.due_on, n.business_date
                from notice n join organisation o on o.id = n.organisation_id
                where o.code = '%s' and n.receivable_id is not null and n.step_offset_days is not null""", row -> new Notice(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class)));
    }

    private Map<Telling, Integer> decided() throws SQLException {
        return counted(rows(database, """
                select d.receivable_id, d.offset_days, d.occurrence, d.business_date
                from reminder_decision d join organisation o on o.id = d.organisation_id
                where o.code = '%s' and d.fate = 'SENT'""", row -> new Telling(
                row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getObject(4, LocalDate.class))));
    }

    /** By receivable: how many tasks steps have made. */
    private Map<UUID, Integer> tasks() throws SQLException {
        return counted(rows(database, """
                select f.receivable_id from follow_up f join organisation o on o.id = f.organisation_id
                where o.code = '%s' and f.origin = 'REMINDER'""", row -> row.getObject(1, UUID.class)));
    }

    private void eachOnce(List<Notice> notices) {
        var seen = new HashSet<>();
        for (var notice : notices) {
            if (!seen.add(List.of(
                    notice.recipient(), notice.receivable(), notice.offset(), notice.occurrence(), notice.dueOn()))) {
                violate("%s is there twice", notice);
            }
        }
    }

    /**
     * From date to date as the ladder says, and takes away what was found as expected: what is left in the end should not be there.
     *
     * @return how many steps were told
     */
    private int climb(
            Company.Receivable receivable,
            Map<Telling, Set<UUID>> told,
            Map<Telling, Integer> decided,
            Map<UUID, Integer> tasks) {
        var last = Optional.<Ladder.Step>empty();
        var steps = 0;
        var withTask = 0;
        for (var run : new TreeMap<>(history.runs).values()) {
            if (history.wasPaidBy(receivable.id(), run.invoked())) {
                break;
            }
            var due = Ladder.on(run.businessDate(), receivable.dueOn(), last);
            if (due.isEmpty()) {
                continue;
            }
            var step = due.get();
            var telling = new Telling(receivable.id(), step.offset(), step.occurrence(), run.businessDate());
            var people = Optional.ofNullable(told.remove(telling)).orElse(Set.of());
            var decisions = Optional.ofNullable(decided.remove(telling)).orElse(0);
            if (people.isEmpty() && decisions == 0 && history.mayHaveBeenPaidBy(receivable.id(), run.done())) {
                continue;
            }
            if (decisions != 1 || !people.equals(audience(step, receivable))) {
                violate("%s of %s was decided %d times and told to %s", telling, receivable, decisions, people.stream()
                        .map(company::username)
                        .toList());
            }
            last = due;
            steps++;
            withTask += Ladder.WITH_TASK.contains(step.offset()) ? 1 : 0;
        }
        var handedOut = Optional.ofNullable(tasks.remove(receivable.id())).orElse(0);
        if (handedOut != withTask) {
            violate("%d tasks were handed out for %s, not %d", handedOut, receivable, withTask);
        }
        return steps;
    }

    private Set<UUID> audience(Ladder.Step step, Company.Receivable receivable) {
        return Ladder.audience(step.offset()).stream()
                .map(role -> company.person(role, receivable.owner()))
                .collect(Collectors.toSet());
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param sql with a place for the organisation's code */
    static <T> List<T> rows(Database database, String sql, Reading<T> reading) throws SQLException {
        var rows = new ArrayList<T>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql.formatted(Company.CODE))) {
            while (result.next()) {
                rows.add(reading.of(result));
            }
        }
        return rows;
    }

    private static <T> Map<T, Integer> counted(List<T> list) {
        var counts = new HashMap<T, Integer>();
        list.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts;
    }

    private void violate(String text, Object... arguments) {
        violations.add(text.formatted(arguments));
    }
}
