package io.huikuan.channel;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for this machine, made by the JDK's own tool once per run of the tests, and trusted by what they run. */
final class LoopbackKeys {
    private static final String PASSWORD = "on-this-machine";
    private static final Path STORE = make();

    private LoopbackKeys() {}

    /** The key for a server on 127.0.0.1; whoever connects from now on trusts it and nobody else. */
    static PfxOptions trusted() {
        System.setProperty("javax.net.ssl.trustStore", STORE.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        return new PfxOptions().setPath(STORE.toString()).setPassword(PASSWORD);
    }

    private static Path make() {
        try {
            var store = Files.createTempDirectory("loopback-keys").resolve("keys.p12");
            var tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var made = new ProcessBuilder(
                            tool,
                            "-genkeypair",
                            "-alias",
                            "loopback",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-validity",
                            "2",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD,
                            "-keypass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (made.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return store;
        } catch (IOException noKeys) {
            throw new UncheckedIOException(noKeys);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
