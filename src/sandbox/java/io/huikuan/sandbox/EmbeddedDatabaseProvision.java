package io.huikuan.sandbox;

import io.huikuan.platform.DatabaseProvision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The product's own database, kept in {@code HUIKUAN_DATA_DIR} (default {@code ./data}).
 */
public final class EmbeddedDatabaseProvision implements DatabaseProvision {

    @Override
    public Access provide() {
        var data = Optional.ofNullable(System.getenv("HUIKUAN_DATA_DIR")).orElse("data");
        var database = EmbeddedDatabase.open(Path.of(data, "postgres"), EmbeddedDatabase.DURABLE);
        database.closeAfterApplication();
        return database.access();
    }
}
