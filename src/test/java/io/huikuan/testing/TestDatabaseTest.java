package io.huikuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestDatabaseTest {

    @Inject
    DataSource dataSource;

    @Test
    void servesEveryQuarkusTestWithoutBeingNamed() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result =
                        statement.executeQuery("select current_database(), current_setting('server_version_num')")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("huikuan");
            assertThat(result.getString(2)).startsWith("18");
        }
    }
}
