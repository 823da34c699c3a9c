package io.huikuan.testing;

import io.huikuan.sandbox.EmbeddedDatabase;
import io.huikuan.sandbox.PowerCut;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * An empty PostgreSQL for every {@code @QuarkusTest}, named in {@code META-INF/services}. One server for the whole test
 * JVM, however often Quarkus restarts in it; the next run takes over the server of one that was killed.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    // A system property and not a static field: Quarkus loads this class anew for each application that it starts.
    private static final String STARTED = "huikuan.test.jdbc-url";

    private static final Path HOME = Path.of("target", "postgres");

    @Override
    public Map<String, String> start() {
        if (System.getProperty(STARTED) == null) {
            var database = EmbeddedDatabase.open(HOME, EmbeddedDatabase.FAST);
            database.clear();
            database.closeAfterApplication();
            System.setProperty(STARTED, database.access().jdbcUrl());
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", System.getProperty(STARTED),
                "quarkus.datasource.username", "huikuan",
                "quarkus.datasource.password", "huikuan");
    }

    /** For tests that have to do what the product itself may not, such as to spoil its books. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(System.getProperty(STARTED), "postgres", "postgres");
    }

    /**
     * The server goes down as in a power cut, and is there again on return. What was committed before the call is kept, although this
     * server is one that need not keep anything; whoever is at work on it is cut off.
     */
    public static void losePower() throws SQLException, IOException, InterruptedException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        PowerCut.strike(HOME);
    }

    /** Lives on for the next application; the JVM's end stops it. */
    @Override
    public void stop() {}
}
