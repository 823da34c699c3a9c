package io.huikuan.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from the catalogue of a database which tables, keys, indexes and references do not lead with the organisation.
 *
 * @param sharedTables tables that belong to no organisation
 * @param sharedIndexes indexes of other tables that rightly go across organisations
 */
record SchemaIsolation(Set<String> sharedTables, Set<String> sharedIndexes) {
    private static final String FIRST_COLUMNS = """
            select t.relname, (
                select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                order by a.attnum limit 1)
            from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')""";

    private static final String FIRST_OF_INDEXES = """
            select t.relname, i.relname, pg_get_indexdef(x.indexrelid, 1, true)
            from pg_index x
            join pg_class t on t.oid = x.indrelid
            join pg_class i on i.oid = x.indexrelid
            where t.relnamespace = 'public'::regnamespace""";

    private static final String WITHOUT_PRIMARY_KEY = """
            select t.relname from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
              and not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)""";

    private static final String FIRST_OF_REFERENCES = """
            select t.relname, k.conname, target.relname, a.attname, b.attname
            from pg_constraint k
            join pg_class t on t.oid = k.conrelid
            join pg_class target on target.oid = k.confrelid
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
            where k.contype = 'f' and t.relnamespace = 'public'::regnamespace""";

    /** One sentence for each table, key, index or reference that forgets the organisation. */
    List<String> findings(Connection connection) throws SQLException {
        var findings = new ArrayList<String>();
        for (var row : rows(connection, FIRST_COLUMNS)) {
            if (owned(row.getFirst()) && !row.get(1).equals("organisation_id uuid not null")) {
                findings.add(row.getFirst() + " begins with: " + row.get(1));
            }
        }
        for (var row : rows(connection, WITHOUT_PRIMARY_KEY)) {
            if (owned(row.getFirst())) {
                findings.add(row.getFirst() + " has no primary key");
            }
        }
        var neededExceptions = new TreeSet<String>();
        for (var row : rows(connection, FIRST_OF_INDEXES)) {
            if (owned(row.getFirst()) && !row.get(2).equals("organisation_id")) {
                if (sharedIndexes.contains(row.get(1))) {
                    neededExceptions.add(row.get(1));
                } else {
                    findings.add("index " + row.get(1) + " of " + row.getFirst() + " begins with " + row.get(2));
                }
            }
        }
        sharedIndexes.stream()
                .filter(index -> !neededExceptions.contains(index))
                .forEach(index -> findings.add("index " + index + " needs no exception"));
        findings.addAll(references(connection));
        return findings;
    }

    private List<String> references(Connection connection) throws SQLException {
        var findings = new ArrayList<String>();
        var belonging = new TreeSet<String>();
        for (var row : rows(connection, FIRST_OF_REFERENCES)) {
            var target = row.get(2);
            if (target.equals("organisation") && row.get(3).equals("organisation_id")) {
                belonging.add(row.getFirst());
            } else if (owned(target)
                    && !(row.get(3).equals("organisation_id") && row.get(4).equals("organisation_id"))) {
                findings.add("reference " + row.get(1) + " of " + row.getFirst() + " begins with " + row.get(3));
            }
        }
        for (var row : rows(connection, FIRST_COLUMNS)) {
            if (owned(row.getFirst()) && !belonging.contains(row.getFirst())) {
                findings.add(row.getFirst() + " does not reference its organisation");
            }
        }
        return findings;
    }

    /** The tables whose rows belong to organisations. */
    Set<String> ownedTables(Connection connection) throws SQLException {
        var tables = new TreeSet<String>();
        for (var row : rows(connection, FIRST_COLUMNS)) {
            if (owned(row.getFirst())) {
                tables.add(row.getFirst());
            }
        }
        return tables;
    }

    private boolean owned(String table) {
        return !sharedTables.contains(table);
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
