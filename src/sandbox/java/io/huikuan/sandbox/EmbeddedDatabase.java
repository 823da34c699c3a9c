package io.huikuan.sandbox;

import io.huikuan.platform.DatabaseProvision.Access;
import io.huikuan.platform.DatabaseUnavailable;
import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own over one home directory, on a free port of the loopback interface. Local connections are
 * trusted, so it is for one person's machine.
 *
 * <p>One JVM at a time owns a home. A server whose owner was killed lives on; the next owner shuts it down in good order and
 * starts its own, so that what runs always has this version's binaries and settings. What the dead owner had committed is there.
 *
 * <p>In a home: {@code owner.lock}; {@code cluster}, the data; {@code complete}, there once the cluster can be used;
 * {@code PG-*}, the unpacked binaries, kept here because others may clean or own the system's temporary directory;
 * {@code postgres.log} of the last start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Nothing that was committed is lost, whatever happens to the machine. */
    public static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** For data that nobody misses. */
    public static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static final String NAME = "huikuan";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Path cluster;
    private final Postmaster postmaster;
    private final FileChannel ownership;
    private @Nullable EmbeddedPostgres server;

    private EmbeddedDatabase(Path home, FileChannel ownership) {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.postmaster = new Postmaster(cluster);
        this.ownership = ownership;
    }

    /**
     * Starts the server of this home and makes the home where there is none.
     *
     * @param settings PostgreSQL's, {@link #DURABLE} or {@link #FAST}
     * @throws DatabaseUnavailable when another process owns the home or the server doesn't start
     */
    public static EmbeddedDatabase open(Path home, Map<String, String> settings) {
        try {
            var realHome = Files.createDirectories(home).toRealPath();
            var database = new EmbeddedDatabase(realHome, own(realHome));
            try {
                database.start(settings);
                return database;
            } catch (IOException | SQLException | RuntimeException failure) {
                database.closeAfter(failure);
                throw new DatabaseUnavailable(
                        "The embedded database did not start (%s); %s may say why."
                                .formatted(failure.getMessage(), realHome.resolve("postgres.log")),
                        failure);
            }
        } catch (IOException failure) {
            throw new DatabaseUnavailable("The embedded database cannot be kept in %s.".formatted(home), failure);
        }
    }

    private static FileChannel own(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DatabaseUnavailable(
                    "Another running Huikuan owns the data in %s: stop it, or set HUIKUAN_DATA_DIR to another directory."
                            .formatted(home));
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownedByThisJvm) {
            return false;
        }
    }

    private void start(Map<String, String> settings) throws IOException, SQLException {
        postmaster.stop(PATIENCE);
        var complete = cluster.resolve("complete");
        if (!Files.exists(complete)) {
            // An initialisation that was cut short: nobody was ever given a connection to it.
            deleteRecursively(cluster);
        }
        // The library's own lock, which only its own way of stopping would release; owner.lock does the work.
        Files.deleteIfExists(cluster.resolve("epg-lock"));
        var log = ProcessBuilder.Redirect.to(home.resolve("postgres.log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("timezone", "UTC");
        settings.forEach(builder::setServerConfig);
        server = builder.start();
        try (var connection = superuser()) {
            // Between the choice of a free port and its use another server may have taken it.
            if (!cluster.toString().equals(text(connection, "show data_directory"))) {
                throw new IOException("Port %d is another server's".formatted(server.getPort()));
            }
            if (text(connection, "select 1 from pg_roles where rolname = '%s'".formatted(NAME)) == null) {
                execute(connection, "create role %1$s login password '%1$s'".formatted(NAME));
            }
            if (text(connection, "select 1 from pg_database where datname = '%s'".formatted(NAME)) == null) {
                execute(connection, "create database %1$s owner %1$s".formatted(NAME));
            }
        }
        if (!Files.exists(complete)) {
            Files.createFile(complete);
            try (var directory = FileChannel.open(cluster)) {
                directory.force(true);
            }
        }
    }

    /** Where the product finds its database, as a role that owns it and nothing else. */
    public Access access() {
        return new Access(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(running().getPort(), NAME), NAME, NAME);
    }

    /** Throws away everything in the product's database. */
    public void clear() {
        try (var connection = superuser()) {
            execute(connection, "drop database %s with (force)".formatted(NAME));
            execute(connection, "create database %1$s owner %1$s".formatted(NAME));
        } catch (SQLException failure) {
            throw new IllegalStateException("The embedded database could not be cleared", failure);
        }
    }

    /**
     * Closes this database when the JVM ends, after Quarkus: hooks run side by side, and an application that is still
     * answering its last requests needs its database.
     */
    public void closeAfterApplication() {
        // Linked now: in dev mode the loader of this class is closed when the hook runs, and it can load nothing more.
        Supplier<@Nullable Application> current = Application::currentApplication;
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            var application = current.get();
                            if (application != null) {
                                application.awaitShutdown();
                            }
                            close();
                        },
                        "embedded database"));
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (UncheckedIOException secondFailure) {
            failure.addSuppressed(secondFailure);
        }
    }

    /** Shuts the server down in good order and gives the home free. A second call does nothing. */
    @Override
    public void close() {
        try (ownership) {
            if (ownership.isOpen()) {
                postmaster.stop(PATIENCE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Connection superuser() throws SQLException {
        return running().getPostgresDatabase().getConnection();
    }

    private EmbeddedPostgres running() {
        return Objects.requireNonNull(server, "open() starts the server");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private static void deleteRecursively(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
