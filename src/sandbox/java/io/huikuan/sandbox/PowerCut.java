package io.huikuan.sandbox;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a power cut does to the PostgreSQL server of an {@link EmbeddedDatabase}: it is gone without a word to those who are connected,
 * and comes back at the same address with what was committed. For those who want to see what the product makes of it.
 */
public final class PowerCut {
    private PowerCut() {}

    /**
     * Returns when the server can be reached again.
     *
     * @param home of the database, whose owner may be another process
     * @throws IOException when it doesn't come back within a minute
     */
    public static void strike(Path home) throws IOException, InterruptedException {
        var realHome = home.toRealPath();
        var log = realHome.resolve("postgres.log");
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // as it was started: PostgreSQL doesn't run for root
        }
        command.addAll(List.of(control(realHome).toString(), "restart", "--mode", "immediate", "--wait"));
        command.addAll(List.of("--pgdata", realHome.resolve("cluster").toString()));
        var restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        if (restart.waitFor() != 0) {
            throw new IOException("PostgreSQL did not come back; %s may say why".formatted(log));
        }
    }

    private static Path control(Path home) throws IOException {
        try (var binaries = Files.newDirectoryStream(home, "PG-*")) {
            for (var folder : binaries) {
                return folder.resolve("bin").resolve("pg_ctl");
            }
        }
        throw new IOException("There are no binaries of PostgreSQL in " + home);
    }
}
