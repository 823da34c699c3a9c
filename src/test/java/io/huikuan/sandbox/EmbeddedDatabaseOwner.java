package io.huikuan.sandbox;

import java.io.IOException;
import java.nio.file.Path;

/** A process that owns an embedded database until it is stopped. */
final class EmbeddedDatabaseOwner {

    private EmbeddedDatabaseOwner() {}

    public static void main(String... args) throws IOException {
        var database = EmbeddedDatabase.open(Path.of(args[0]), EmbeddedDatabase.DURABLE);
        database.closeAfterApplication();
        System.out.println(database.access().jdbcUrl());
        System.in.read();
    }
}
