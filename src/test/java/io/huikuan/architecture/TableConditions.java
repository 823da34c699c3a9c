package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** Who writes which table: its entity's room through Hibernate, or whoever states it in a query. */
final class TableConditions {
    /** {@code for update} locks, {@code do update} goes on from an insert: neither names a table. */
    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert\\s+into|delete\\s+from|(?<!\\bfor )(?<!\\bkey )(?<!\\bdo )update)\\s+(?!set\\b)(\\w+)");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private TableConditions() {}

    static ArchCondition<JavaClass> areWrittenByOneRoom(RoomMap rooms) {
        return new ArchCondition<>("leave the tables of other rooms to them") {
            private final Map<String, String> owners = new HashMap<>();
            private final Map<String, Set<String>> writers = new HashMap<>();

            @Override
            public void init(Collection<JavaClass> types) {
                for (var type : types) {
                    if (type.isAnnotatedWith(Entity.class)) {
                        owners.put(tableOf(type), rooms.roomOf(type));
                    }
                    writtenBy(type)
                            .forEach(table -> writers.computeIfAbsent(table, _ -> new TreeSet<>())
                                    .add(rooms.roomOf(type)));
                }
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var room = rooms.roomOf(type);
                writtenBy(type).distinct().forEach(table -> {
                    var owner = owners.get(table);
                    if (owner == null ? writersOf(table).size() > 1 : !owner.equals(room)) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                "%s writes '%s', which belongs to %s"
                                        .formatted(type.getName(), table, owner == null ? writersOf(table) : owner)));
                    }
                });
            }

            private Set<String> writersOf(String table) {
                return writers.getOrDefault(table, Set.of());
            }
        };
    }

    private static Stream<String> writtenBy(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> Stream.of(SQL.class, HQL.class)
                        .flatMap(query -> method.tryGetAnnotationOfType(query.getName()).stream()))
                .map(TableConditions::statement)
                .flatMap(statement -> WRITES.matcher(statement).results())
                .map(write -> snake(write.group(1)));
    }

    private static String statement(JavaAnnotation<?> query) {
        return QueryConditions.withoutComments(
                query.get("value").map(String.class::cast).orElse(""));
    }

    private static String tableOf(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> snake(entity.getSimpleName()));
    }

    private static String snake(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
