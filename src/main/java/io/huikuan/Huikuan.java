package io.huikuan;

import io.huikuan.platform.DatabaseProvision;
import io.huikuan.platform.DatabaseUnavailable;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the product; in dev and demo with a database of its own where none is configured.
 */
@QuarkusMain
public class Huikuan {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final List<String> PROFILES_WITH_OWN_DATABASE = List.of("dev", "demo", "test");

    public static void main(String... args) {
        try {
            findDatabase(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        } catch (DatabaseUnavailable unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    /** A live reload calls main again in the same JVM; it finds the system properties of the first time, and so its database. */
    private static void findDatabase(SmallRyeConfig config) {
        if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
            return;
        }
        var access = ServiceLoader.load(DatabaseProvision.class)
                .findFirst()
                .filter(own ->
                        isDevMode() || config.getProfiles().stream().anyMatch(PROFILES_WITH_OWN_DATABASE::contains))
                .orElseThrow(() -> new DatabaseUnavailable("No database is configured: set QUARKUS_DATASOURCE_JDBC_URL,"
                        + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."))
                .provide();
        System.setProperty(JDBC_URL, access.jdbcUrl());
        System.setProperty("quarkus.datasource.username", access.username());
        System.setProperty("quarkus.datasource.password", access.password());
    }

    /** So early the profile of {@code quarkus:dev} is not decided yet unless somebody named one. */
    private static boolean isDevMode() {
        return DevConsoleManager.getHotReplacementContext() != null;
    }
}
