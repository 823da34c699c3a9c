package io.huikuan.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SchemaIsolationTest {
    @Inject
    DataSource dataSource;

    @Test
    void everyTableKeyIndexAndReferenceLeadsWithTheOrganisation() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(SharedBetweenOrganisations.SCHEMA.findings(connection)).isEmpty();
            assertThat(SharedBetweenOrganisations.SCHEMA.ownedTables(connection))
                    .contains("customer", "receivable", "payment", "notice");
        }
    }

    @Test
    void namesNoSharedTableThatIsNotThere() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var all = new SchemaIsolation(Set.of(), Set.of()).ownedTables(connection);
            assertThat(all).containsAll(new TreeSet<>(SharedBetweenOrganisations.TABLES.keySet()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table forgotten (id uuid primary key)                                                               | forgotten begins with: id uuid not null
            create table forgotten (organisation_id uuid references organisation, id uuid unique)                      | forgotten begins with: organisation_id uuid
            create table forgotten (organisation_id uuid not null, id uuid, primary key (organisation_id, id))          | forgotten does not reference its organisation
            create table forgotten (organisation_id uuid not null references organisation, id uuid)                    | forgotten has no primary key
            create table forgotten (organisation_id uuid not null references organisation, id uuid primary key)        | index forgotten_pkey of forgotten begins with id
            create table forgotten (organisation_id uuid not null references organisation, id uuid unique)             | index forgotten_id_key of forgotten begins with id
            create index forgotten on customer (name)                                                                  | index forgotten of customer begins with name
            alter table customer add constraint forgotten foreign key (id, organisation_id) references customer (id, organisation_id) | reference forgotten of customer begins with id
            """)
    void reportsWhatForgetsTheOrganisation(String mistake, String finding) throws SQLException {
        assertThat(findingsAfter(mistake)).contains(finding);
    }

    private List<String> findingsAfter(String mistake) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("create unique index turned on customer (id, organisation_id)");
                statement.execute(mistake);
                return SharedBetweenOrganisations.SCHEMA.findings(connection);
            } finally {
                connection.rollback();
            }
        }
    }
}
