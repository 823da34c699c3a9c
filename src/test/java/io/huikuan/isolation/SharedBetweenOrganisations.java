package io.huikuan.isolation;

import java.util.Map;

/** What of the schema rightly belongs to no single organisation, with the reason. Keep it short. */
final class SharedBetweenOrganisations {
    static final Map<String, String> TABLES = Map.of(
            "organisation", "is the organisation itself",
            "rate_limit", "counts attempts by address, before anybody knows whose they are",
            "flyway_schema_history", "is the history of the schema");

    static final Map<String, String> INDEXES = Map.of(
            "idempotency_key_age", "old keys are swept for all organisations at once",
            "device_address", "one physical address has one user, whichever organisation the phone was in before",
            "import_running", "a replica takes over what another one left in any organisation");

    /** Statements that name the organisation, but read those of all. */
    static final Map<String, String> STATEMENTS = Map.of(
            "TellingQueries.organisationsWithWork", "asks which organisations have work, and for nothing else",
            "ImportQueries.abandoned", "asks which imports nobody works on any more, in any organisation",
            "KeptCheckQueries.kept", "a number for operators, over all organisations");

    static final SchemaIsolation SCHEMA = new SchemaIsolation(TABLES.keySet(), INDEXES.keySet());

    private SharedBetweenOrganisations() {}
}
