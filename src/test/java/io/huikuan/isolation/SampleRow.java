package io.huikuan.isolation;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.jspecify.annotations.Nullable;

/** An entity filled with anything that its types allow, whichever entity it is. */
final class SampleRow {
    private SampleRow() {}

    static Object of(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        var entity = constructor.newInstance();
        for (var field : fields(type)) {
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isVersion(field)) {
                field.set(entity, value(field.getType(), 1));
            }
        }
        return entity;
    }

    /** Gives one field that is no key another value. */
    static boolean change(Object entity) throws ReflectiveOperationException {
        for (var field : fields(entity.getClass())) {
            if (!field.isAnnotationPresent(Id.class) && !isVersion(field)) {
                field.set(entity, value(field.getType(), 2));
                // Reflection passes by what Quarkus writes into entities to see changes.
                if (entity instanceof SelfDirtinessTracker tracker) {
                    tracker.$$_hibernate_trackChange(field.getName());
                }
                return true;
            }
        }
        return false;
    }

    static Object value(Class<?> type, int which) {
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return constants[Math.min(which, constants.length) - 1];
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> new UUID(7, which);
            // A number is text as well as JSON, whichever the column holds.
            case "String" -> String.valueOf(which);
            case "Instant" -> Instant.EPOCH.plusSeconds(which);
            case "LocalDate" -> LocalDate.EPOCH.plusDays(which);
            case "BigDecimal" -> BigDecimal.valueOf(which);
            case "boolean", "Boolean" -> which > 1;
            case "int", "Integer" -> which;
            case "long", "Long" -> (long) which;
            case "String[]" -> new String[] {"value " + which};
            case "UUID[]" -> new UUID[] {new UUID(7, which)};
            case "byte[]" -> new byte[] {(byte) which};
            default -> throw new IllegalArgumentException("no sample of " + type + " yet: add one here");
        };
    }

    private static boolean isComputed(AnnotatedElement field) {
        return field.isAnnotationPresent(Transient.class) || field.isAnnotationPresent(Formula.class);
    }

    private static boolean isVersion(AnnotatedElement field) {
        return field.isAnnotationPresent(Version.class);
    }

    private static List<Field> fields(Class<?> entity) {
        var fields = new ArrayList<Field>();
        for (Class<?> type = entity;
                type != OrganisationOwned.class && type != Object.class;
                type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                // Hibernate's enhancement adds fields of its own.
                boolean own = !field.getName().startsWith("$$");
                if (own && !Modifier.isStatic(field.getModifiers()) && !isComputed(field)) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
