package io.huikuan.delivery;

import io.huikuan.testing.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at what the API does not show. */
@ApplicationScoped
class DeliveryRows {
    private final DataSource dataSource;

    DeliveryRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Row(String id, String state, String outcome, int attempts, boolean outcomeUnknown) {}

    List<Row> deliveriesTo(Person recipient) {
        return read("""
                select y.id, y.state, coalesce(y.outcome, ''), y.attempts, y.outcome_unknown from delivery y
                join telling d on d.organisation_id = y.organisation_id and d.id = y.telling_id
                where d.organisation_id = ? and d.recipient_id = ? order by y.id""", recipient).stream()
                .map(row -> new Row(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        Integer.parseInt(row.get(3)),
                        row.get(4).equals("t")))
                .toList();
    }

    List<String> digestStatesOf(Person recipient) {
        return first(read(
                "select state from telling where kind = 'DIGEST' and organisation_id = ? and recipient_id = ?",
                recipient));
    }

    /** Each with its kind and state. */
    List<String> tellingsOf(Person recipient) {
        return first(read("""
                select kind || ' ' || state from telling
                where organisation_id = ? and recipient_id = ? and send_at >= timestamptz '2026-11-24 00:00:00Z'""", recipient));
    }

    /** How much was counted against the person's cap on that day. */
    int toldOn(Person recipient, LocalDate day) {
        return Integer.parseInt(first(read(
                        "select told from told_day where organisation_id = ? and recipient_id = ? and day = '" + day
                                + "'",
                        recipient))
                .getFirst());
    }

    List<String> activeDevicesOf(Person person) {
        return first(read(
                "select installation_id from device where organisation_id = ? and user_id = ? and active order by 1",
                person));
    }

    private static List<String> first(List<List<String>> rows) {
        return rows.stream().map(List::getFirst).toList();
    }

    private List<List<String>> read(String sql, Person person) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, person.organisation().id());
            statement.setObject(2, person.id());
            var rows = new ArrayList<List<String>>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
