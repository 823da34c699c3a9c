package io.huikuan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huikuan.platform.DatabaseUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /** One for all tests, as it would be for one person over many starts. */
    @TempDir
    static Path home;

    @Test
    void losesNothingThatWasCommitted() throws SQLException {
        try (var database = open()) {
            var url = database.access().jdbcUrl();
            assertThat(text(url, "show fsync")).isEqualTo("on");
            assertThat(text(url, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(url, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void isReachedFromThisMachineAloneByARoleWithoutPower() throws SQLException {
        try (var database = open()) {
            var url = database.access().jdbcUrl();
            assertThat(text(url, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(url, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void sortsAndEncodesTheSameOnEveryMachine() throws SQLException {
        try (var database = open()) {
            var url = database.access().jdbcUrl();
            assertThat(
                            text(
                                    url,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'huikuan'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(text(url, "show server_encoding")).isEqualTo("UTF8");
            assertThat(text(url, "select lower('É回款')")).isEqualTo("é回款");
        }
    }

    @Test
    void isTakenOverWithItsDataWhenItsOwnerWasKilled() throws Exception {
        var owner = startOwner();
        var url = firstLine(owner);
        text(
                url,
                "create table if not exists survivor (name text) ; insert into survivor values ('老王') returning name");
        var orphan = postmaster();
        owner.destroyForcibly().waitFor();
        assertThat(Postmaster.isPostgres(orphan)).isTrue();

        try (var database = open()) {
            assertThat(text(database.access().jdbcUrl(), "select name from survivor"))
                    .isEqualTo("老王");
            assertThat(Postmaster.isPostgres(orphan)).isFalse();
        }
    }

    @Test
    void stopsWithItsOwner() throws Exception {
        var owner = startOwner();
        firstLine(owner);
        var postmaster = postmaster();

        owner.destroy();

        assertThat(owner.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.isPostgres(postmaster)).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void hasOneOwnerAmongProcesses() throws Exception {
        var owner = startOwner();
        try {
            firstLine(owner);
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(EmbeddedDatabaseTest::open)
                    .withMessageMatching("Another running Huikuan owns the data in .*: stop it, or .*");
            assertThat(Postmaster.isPostgres(postmaster())).isTrue();
        } finally {
            owner.destroy();
            owner.waitFor();
        }
    }

    @Test
    void hasOneOwnerInOneProcess() {
        try (var _ = open()) {
            assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(EmbeddedDatabaseTest::open);
        }
    }

    @Test
    void recoversAfterItsOwnDeath() throws Exception {
        try (var database = open()) {
            text(database.access().jdbcUrl(), "create table crash_survivor as select 1; select 1");
            var postmaster = postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        }
        try (var database = open()) {
            assertThat(text(database.access().jdbcUrl(), "select count(*) from crash_survivor"))
                    .isEqualTo("1");
        }
    }

    @Test
    void ignoresAPidFileWhoseNumberIsAnotherProgramsNow() throws Exception {
        try (var _ = open()) {
            Files.copy(pidFile(), home.resolve("pid-before-the-power-cut"));
        }
        var lines = Files.readAllLines(home.resolve("pid-before-the-power-cut"));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile(), lines);

        try (var database = open()) {
            assertThat(text(database.access().jdbcUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAfreshWhenItsFirstStartWasCutShort(@TempDir Path newHome) throws Exception {
        Files.createDirectory(newHome.resolve("cluster"));
        Files.writeString(newHome.resolve("cluster/postgresql.conf"), "half written");

        try (var database = EmbeddedDatabase.open(newHome, EmbeddedDatabase.DURABLE)) {
            assertThat(text(database.access().jdbcUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void canBeEmptied() throws SQLException {
        try (var database = open()) {
            text(database.access().jdbcUrl(), "create table emptied as select 1; select 1");
            database.clear();
            assertThat(text(database.access().jdbcUrl(), "select to_regclass('emptied')"))
                    .isNull();
        }
    }

    private static EmbeddedDatabase open() {
        return EmbeddedDatabase.open(home, EmbeddedDatabase.DURABLE);
    }

    private static Process startOwner() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseOwner.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("jdbc:")) {
                return line;
            }
        }
        throw new IllegalStateException("The owner ended without a word");
    }

    private static Path pidFile() {
        return home.resolve("cluster/postmaster.pid");
    }

    private static ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                .orElseThrow();
    }

    private static String text(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "huikuan", "huikuan");
                var statement = connection.createStatement()) {
            var hasResult = statement.execute(sql);
            while (!hasResult) {
                hasResult = statement.getMoreResults();
            }
            var result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}
