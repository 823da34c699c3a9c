package io.huikuan.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** Receivables for tests of rooms that only read them. */
@ApplicationScoped
public class OwedMoney {
    private final DataSource dataSource;

    OwedMoney(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One open receivable of this customer, whose owner is {@code owner}. */
    public UUID owed(Person owner, UUID customerId, String amount, LocalDate dueOn) {
        var id = UUID.randomUUID();
        run(
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, due_on, amount, currency,
                    open_amount, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'CNY', ?, now(), 0)""",
                owner.organisation().id(),
                id,
                customerId,
                owner.id(),
                "R-" + id,
                dueOn.minusDays(30),
                dueOn,
                new BigDecimal(amount),
                new BigDecimal(amount));
        return id;
    }

    /** Nothing is open any more. */
    public void pay(Person owner, UUID receivableId) {
        run(
                "update receivable set open_amount = 0, next_look_on = null where organisation_id = ? and id = ?",
                owner.organisation().id(),
                receivableId);
    }

    /** Another owner from now on. */
    public void handOver(Person newOwner, UUID receivableId) {
        run(
                "update receivable set owner_id = ? where organisation_id = ? and id = ?",
                newOwner.id(),
                newOwner.organisation().id(),
                receivableId);
    }

    public void run(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
