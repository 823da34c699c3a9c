import io.huikuan.sandbox.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.flywaydb.core.Flyway;

/**
 * A durable PostgreSQL of this run, in a process of its own, migrated as the product migrates. It stands in for the server that
 * production brings along, and outlives restarts of the product.
 */
final class Database implements AutoCloseable {

    private final EmbeddedDatabase server;

    private Database(EmbeddedDatabase server) {
        this.server = server;
    }

    static Database open(Path home) throws SQLException {
        var database = new Database(EmbeddedDatabase.open(home, EmbeddedDatabase.DURABLE));
        // For an interrupted run; a second close does nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        try (var superuser = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = superuser.createStatement()) {
            statement.execute("grant pg_checkpoint to " + database.user());
        }
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
        // The demo profile fills an empty database with two years of business: this one is not empty.
        database.execute("""
                insert into organisation (id, code, name, time_zone, currency, locale, created_at, version)
                values (uuidv7(), 'not-empty', 'Not empty', 'Asia/Shanghai', 'CNY', 'en', now(), 0)""");
        return database;
    }

    String url() {
        return server.access().jdbcUrl();
    }

    String user() {
        return server.access().username();
    }

    String password() {
        return server.access().password();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Fills tables with millions of rows in a tenth of the time: foreign keys are not checked, and what indexes no constraint needs are
     * built afterwards. Whoever makes the rows answers for them.
     */
    void load(String[] tables, String... statements) throws SQLException {
        var indexes = new ArrayList<String[]>();
        try (var superuser = DriverManager.getConnection(url(), "postgres", "");
                var statement = superuser.createStatement()) {
            try (var result = statement.executeQuery("""
                    select i.indexname, i.indexdef from pg_indexes i
                    where i.tablename in ('%s') and not exists (select from pg_constraint c where c.conname = i.indexname)"""
                    .formatted(String.join("', '", tables)))) {
                while (result.next()) {
                    indexes.add(new String[] {result.getString(1), result.getString(2)});
                }
            }
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var index : indexes) {
                statement.execute("drop index " + index[0]);
            }
            for (var sql : statements) {
                statement.execute(sql);
            }
            for (var index : indexes) {
                statement.execute(index[1]);
            }
        }
    }

    /** Seconds from the first statement to the commit, in one transaction. */
    double seconds(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var start = System.nanoTime();
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** The one value that the query gives, as text. */
    String text(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** Writes dirty pages out, so that the next measurement doesn't pay for the last one. */
    void settle(String... tables) throws SQLException {
        for (var table : tables) {
            execute("vacuum analyze " + table);
        }
        execute("checkpoint");
    }

    @Override
    public void close() {
        server.close();
    }
}
