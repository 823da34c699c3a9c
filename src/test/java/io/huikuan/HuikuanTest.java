package io.huikuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuikuanTest {

    @Test
    void saysInOneSentenceWhatIsMissingWithoutADatabase(@TempDir Path directory) throws Exception {
        var product = startInProduction(directory);

        var complaint = new String(product.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(product.waitFor()).isEqualTo(1);
        assertThat(complaint)
                .isEqualToIgnoringNewLines("No database is configured: set QUARKUS_DATASOURCE_JDBC_URL,"
                        + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        assertThat(directory).isEmptyDirectory();
    }

    private static Process startInProduction(Path directory) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(
                        java,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Huikuan.class.getName())
                .directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().put("QUARKUS_PROFILE", "prod");
        return builder.start();
    }
}
