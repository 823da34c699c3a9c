package io.huikuan.reminder;

import io.huikuan.rules.LadderPosition;
import io.huikuan.rules.Money;
import io.huikuan.testing.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What a year of runs has left behind, as rows. */
@ApplicationScoped
class DemoYear {
    private final DataSource database;

    DemoYear(DataSource database) {
        this.database = database;
    }

    /** What is owed before anything is paid. */
    record Debt(String number, LocalDate issuedOn, LocalDate dueOn, BigDecimal open) {}

    /** A step that was told of on a day. */
    record Told(String number, LocalDate on, int offsetDays, int occurrence) {}

    record Notice(String recipient, Told told) {}

    /** Without a step, offset and occurrence are 0. */
    record Outcome(String fate, int offsetDays, int occurrence, LocalDate nextLookOn) {}

    /** @param told offset and occurrence are 0 where nothing was sent */
    record Decided(Told told, Outcome outcome, LocalDate dueOn, Money open, Optional<LadderPosition> last) {
        boolean isSent() {
            return outcome.fate().equals(Fate.SENT.name());
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<Debt> debts(Organisation organisation) {
        return read(
                organisation, """
                select number, issued_on, due_on, open_amount from receivable where organisation_id = ? and open_amount > 0""", row -> new Debt(row.getString(1), date(row, 2), date(row, 3), row.getBigDecimal(4)));
    }

    /** Numbers of what is open and has no look to come after that day. */
    List<String> forgotten(Organisation organisation, LocalDate day) {
        return read(
                organisation,
                "select r.number from receivable r left join receivable_look l on l.organisation_id = r.organisation_id and l.receivable_id = r.id "
                        + "where r.organisation_id = ? and r.open_amount > 0 and (l.next_look_on > date '" + day
                        + "') is not true",
                row -> row.getString(1));
    }

    List<Notice> notices(Organisation organisation) {
        return read(
                organisation,
                """
                select u.username, r.number, n.business_date, n.step_offset_days, n.occurrence
                from notice n
                join receivable r on r.organisation_id = n.organisation_id and r.id = n.receivable_id
                join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id
                where n.organisation_id = ?""",
                row -> new Notice(
                        row.getString(1), new Told(row.getString(2), date(row, 3), row.getInt(4), row.getInt(5))));
    }

    List<Decided> decisions(Organisation organisation) {
        return read(
                organisation,
                """
                select r.number, d.business_date, coalesce(d.offset_days, 0), coalesce(d.occurrence, 0), d.fate, d.next_look_on, d.due_on,
                    d.open_amount, r.currency, d.last_offset_days, d.last_occurrence, d.last_sent_on, d.last_acknowledged
                from reminder_decision d
                join receivable r on r.organisation_id = d.organisation_id and r.id = d.receivable_id
                where d.organisation_id = ?""",
                row -> new Decided(
                        new Told(row.getString(1), date(row, 2), row.getInt(3), row.getInt(4)),
                        new Outcome(row.getString(5), row.getInt(3), row.getInt(4), date(row, 6)),
                        date(row, 7),
                        Money.of(row.getBigDecimal(8), row.getString(9)),
                        last(row)));
    }

    private static Optional<LadderPosition> last(ResultSet row) throws SQLException {
        var offset = row.getInt(10);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new LadderPosition(offset, row.getInt(11), date(row, 12), row.getBoolean(13)));
    }

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private <T> List<T> read(Organisation organisation, String sql, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organisation.id());
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
