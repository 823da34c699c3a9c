package io.huikuan.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL process that serves one data directory, whoever started it, found by its {@code postmaster.pid}. Only the owner
 * of the directory may ask.
 */
final class Postmaster {

    private final Path cluster;
    private final Path pidFile;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /**
     * Shuts it down in good order and returns when it is gone. SIGINT is PostgreSQL's fast shutdown; for the SIGTERM that
     * the JVM could send it would wait until every client has left.
     *
     * @throws IOException when it still runs after this patience, or the file names a server of other data
     */
    void stop(Duration patience) throws IOException {
        var found = find();
        if (found.isEmpty()) {
            // Left by a machine that went down. Its number may be another program's now, which PostgreSQL would
            // respect.
            Files.deleteIfExists(pidFile);
            return;
        }
        var process = found.get();
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start();
        var deadline = System.nanoTime() + patience.toNanos();
        while (Files.exists(pidFile) && isPostgres(process)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL, process %d, does not stop".formatted(process.pid()));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var named = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Postmaster::isPostgres);
        if (named.isPresent() && !serves(named.get())) {
            throw new IOException("%s names process %d, a PostgreSQL server of other data: stop it or delete the file"
                    .formatted(pidFile, named.get().pid()));
        }
        return named;
    }

    /** False also for a dead one that nobody has reaped, as happens where process 1 is no init: it has no command any more. */
    static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).endsWith("postgres"))
                .isPresent();
    }

    private boolean serves(ProcessHandle process) throws IOException {
        var workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(workingDirectory)) {
            return Files.isSameFile(workingDirectory, cluster);
        }
        return List.of(process.info().arguments().orElse(new String[0])).contains(cluster.toString());
    }
}
