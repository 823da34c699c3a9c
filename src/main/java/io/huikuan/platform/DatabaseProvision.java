package io.huikuan.platform;

/**
 * Brings a database where none is configured. Found by {@link java.util.ServiceLoader}; the lean production artefact has
 * no implementation.
 */
public interface DatabaseProvision {

    /**
     * Where the database is and who signs in to it, as {@code quarkus.datasource.*} takes it.
     */
    record Access(String jdbcUrl, String username, String password) {}

    /**
     * Starts the database, which then lives until this JVM ends.
     *
     * @throws DatabaseUnavailable when there can be none, with one sentence for the person who started the product
     */
    Access provide();
}
