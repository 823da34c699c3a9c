package io.huikuan.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.huikuan.architecture.ArchitectureTest;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.SqlCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every statement of every {@code *Queries} reads and writes the rows of one organisation. */
@QuarkusTest
class StatementIsolationTest {
    @Inject
    DataSource dataSource;

    @Inject
    EntityManager em;

    @Inject
    OrganisationScope scope;

    @Inject
    @PersistenceUnitExtension
    SqlCount sent;

    @TestFactory
    Stream<DynamicTest> nativeStatementsRestrictEveryTableThatTheyRead() throws SQLException {
        var owned = ownedTables();
        return WrittenStatement.with(SQL.class).stream()
                .filter(statement -> !goesAcross(statement.name()))
                .map(statement -> dynamicTest(
                        statement.name(),
                        () -> assertThat(unrestricted(statement, owned)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> hibernateRestrictsEveryTableThatItReads() throws SQLException {
        var owned = ownedTables();
        return WrittenStatement.with(HQL.class).stream()
                .map(statement -> dynamicTest(statement.name(), () -> {
                    var sql = sent.of(() -> run(statement));
                    assertThat(sql).isNotEmpty();
                    assertThat(sql)
                            .allSatisfy(one ->
                                    assertThat(unrestricted(one, owned)).as(one).isEmpty());
                }));
    }

    @Test
    void reportsAJoinThatForgetsTheOrganisation() throws SQLException {
        var forgetful = new WrittenStatement(
                "made up",
                "select c.name, u.username from customer c join app_user u on u.id = c.owner_id"
                        + " where c.organisation_id = :organisationId",
                Map.of("organisationId", UUID.class));

        assertThat(unrestricted(forgetful, ownedTables())).containsExactly("u");
        assertThat(unrestricted(
                        "select c.organisation_id from customer c join contact k on k.customer_id=c.id"
                                + " where k.organisation_id=?",
                        ownedTables()))
                .containsExactly("c");
    }

    @Test
    void makesNoExceptionThatIsNotNeeded() throws SQLException {
        var owned = ownedTables();
        var exceptions = SharedBetweenOrganisations.STATEMENTS.keySet();

        assertThat(WrittenStatement.with(SQL.class))
                .filteredOn(statement -> exceptions.contains(statement.name()))
                .hasSameSizeAs(exceptions)
                .allSatisfy(
                        statement -> assertThat(unrestricted(statement, owned)).isNotEmpty());
    }

    private static boolean goesAcross(String statement) {
        return ArchitectureTest.SQL_ACROSS_ORGANISATIONS.containsKey(statement)
                || SharedBetweenOrganisations.STATEMENTS.containsKey(statement);
    }

    private Set<String> ownedTables() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return SharedBetweenOrganisations.SCHEMA.ownedTables(connection);
        }
    }

    private List<String> unrestricted(WrittenStatement statement, Set<String> owned) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return QueryPlan.of(connection, statement).unrestricted(owned);
            } finally {
                connection.rollback();
            }
        }
    }

    /** Hibernate compares the column of each alias with the tenant. */
    private static List<String> unrestricted(String sql, Set<String> owned) {
        return Pattern.compile("\\b(?:from|join|update|,)\\s+(?:" + String.join("|", owned) + ")\\s+(\\w+)")
                .matcher(sql)
                .results()
                .map(match -> match.group(1))
                .filter(alias -> !Pattern.compile("\\b" + alias + "\\.organisation_id\\s*=\\s*\\?")
                        .matcher(sql)
                        .find())
                .toList();
    }

    private void run(WrittenStatement statement) {
        scope.within(UUID.randomUUID(), () -> {
            QuarkusTransaction.begin();
            try {
                return rowsOf(statement);
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private int rowsOf(WrittenStatement statement) {
        var query = em.createQuery(statement.text());
        statement.parameters().forEach((name, type) -> {
            var value = SampleRow.value(type, 1);
            boolean inList = Pattern.compile("\\bin\\s*\\(?\\s*:" + name + "\\b")
                    .matcher(statement.text())
                    .find();
            query.setParameter(name, inList ? List.of(value) : value);
        });
        boolean changes = Stream.of("update", "delete", "insert")
                .anyMatch(statement.text().strip()::startsWith);
        return changes ? query.executeUpdate() : query.getResultList().size();
    }
}
