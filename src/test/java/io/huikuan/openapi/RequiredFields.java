package io.huikuan.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.huikuan.testing.ProductClasses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Compares what the document requires with what the records of the code can do without. */
final class RequiredFields {
    private static final Map<String, Class<?>> RECORDS = records();

    private RequiredFields() {}

    /** One sentence for each schema whose {@code required} isn't exactly what is not {@code @Nullable}. */
    static List<String> findings(JsonNode document) {
        return document.at("/components/schemas").properties().stream()
                .flatMap(schema -> Optional.ofNullable(RECORDS.get(schema.getKey()))
                        .map(type -> difference(schema.getKey(), schema.getValue(), type))
                        .orElseGet(() -> withoutRecord(schema.getKey(), schema.getValue())))
                .toList();
    }

    private static Stream<String> difference(String name, JsonNode schema, Class<?> type) {
        var documented = new TreeSet<String>();
        schema.path("required").forEach(field -> documented.add(field.asText()));
        var needed = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RequiredFields::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return documented.equals(needed)
                ? Stream.empty()
                : Stream.of("%s requires %s, but %s says %s".formatted(name, documented, type.getSimpleName(), needed));
    }

    /** A page, an enum and money are no records of their own. */
    private static Stream<String> withoutRecord(String name, JsonNode schema) {
        boolean known = schema.has("enum") || name.endsWith("Page") || name.equals("Money");
        return known ? Stream.empty() : Stream.of("no record is called " + name);
    }

    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Map<String, Class<?>> records() {
        var records = new TreeMap<String, Class<?>>();
        ProductClasses.all().stream()
                .map(type -> type.reflect())
                .filter(Class::isRecord)
                .forEach(type -> Optional.ofNullable(type.getAnnotation(Schema.class))
                        .map(Schema::name)
                        .filter(name -> !name.isEmpty())
                        .ifPresent(name -> records.put(name, type)));
        return Collections.unmodifiableMap(records);
    }
}
