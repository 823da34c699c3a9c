package io.huikuan.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What PostgreSQL is going to do for a native statement. Each place where it reads a table of organisations has to be
 * restricted by {@code organisation_id}: directly or by a join. So a join that forgets it is found, however long the statement.
 */
record QueryPlan(JsonNode root) {
    private static final Map<Class<?>, String> SQL_TYPES = Map.ofEntries(
            Map.entry(UUID.class, "uuid"),
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(int.class, "int4"),
            Map.entry(Integer.class, "int4"),
            Map.entry(long.class, "int8"),
            Map.entry(Long.class, "int8"),
            Map.entry(boolean.class, "bool"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(byte[].class, "bytea"));

    private static final Pattern IN_LIST = Pattern.compile("\\bin\\s+:(\\w+)");

    /** Asks the database without running the statement. */
    static QueryPlan of(Connection connection, WrittenStatement written) throws SQLException {
        var names = new ArrayList<>(written.parameters().keySet());
        var sql = WrittenStatement.PARAMETER
                .matcher(IN_LIST.matcher(written.text()).replaceAll("in (:$1)"))
                .replaceAll(match -> "\\$" + (names.indexOf(match.group(1)) + 1))
                .replace("\\:", ":");
        var types = written.parameters().values().stream()
                .map(QueryPlan::sqlType)
                .collect(Collectors.joining(", ", names.isEmpty() ? "" : "(", names.isEmpty() ? "" : ")"));
        var nulls = names.isEmpty() ? "" : "(" + String.join(", ", Collections.nCopies(names.size(), "null")) + ")";
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare written" + types + " as " + sql);
            try (var result = statement.executeQuery("explain (verbose, format json) execute written" + nulls)) {
                result.next();
                return new QueryPlan(new ObjectMapper().readTree(result.getString(1)));
            } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
                throw new IllegalStateException(malformed);
            } finally {
                statement.execute("deallocate written");
            }
        }
    }

    private static String sqlType(Class<?> type) {
        if (type.isEnum()) {
            return "text";
        }
        if (type.isArray() && type != byte[].class) {
            return sqlType(type.getComponentType()) + "[]";
        }
        var name = SQL_TYPES.get(type);
        if (name == null) {
            throw new IllegalArgumentException("no SQL type of " + type + " yet: add one here");
        }
        return name;
    }

    /** The aliases of owned tables that are read without regard to the organisation. */
    List<String> unrestricted(Set<String> ownedTables) {
        var conditions = new ArrayList<String>();
        var scans = new ArrayList<JsonNode>();
        walk(root, conditions, scans);
        return scans.stream()
                .filter(scan -> ownedTables.contains(scan.path("Relation Name").asText()))
                .map(scan -> scan.path("Alias").asText())
                .filter(alias -> conditions.stream()
                        .noneMatch(Pattern.compile("\\b" + Pattern.quote(alias) + "\\.organisation_id\\b")
                                .asPredicate()))
                .toList();
    }

    private static void walk(JsonNode node, Collection<String> conditions, Collection<JsonNode> scans) {
        if (node.path("Node Type").asText().endsWith("Scan") && node.has("Relation Name")) {
            scans.add(node);
        }
        node.properties().forEach(field -> {
            if (field.getKey().endsWith("Cond") || field.getKey().endsWith("Filter")) {
                conditions.add(field.getValue().asText());
            }
        });
        node.forEach(child -> walk(child, conditions, scans));
    }
}
