package io.huikuan.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the OpenAPI document, made fit for client generators: ids and dates inline instead of as classes of their
 * own, pages named for what is on them, patterns that mean what they mean on the server, examples everywhere.
 */
final class DocumentedSchemas {
    static final String PREFIX = "#/components/schemas/";
    private static final Map<String, Object> BY_FORMAT = Map.of(
            "uuid", "0199d0a2-f3b8-7c1e-9a54-2f6b1c0d4e7a",
            "date", "2026-11-22",
            "date-time", "2026-11-22T01:30:00Z",
            "binary", "(a file)");
    private static final Set<String> SCALARS = Set.of("uuid", "date", "date-time");

    private final OpenAPI document;
    private final Map<String, Schema> named;
    private final Map<String, Set<String>> notInExample;

    /** @param notInExample by schema the fields that its example goes without; see {@link NotInExample} */
    DocumentedSchemas(OpenAPI document, Map<String, Set<String>> notInExample) {
        this.document = document;
        this.named = new TreeMap<>(document.getComponents().getSchemas());
        this.notInExample = notInExample;
    }

    void complete() {
        everySchema().forEach(this::inline);
        named.values().removeIf(schema -> SCALARS.contains(String.valueOf(schema.getFormat())));
        renamePages();
        everySchema().forEach(DocumentedSchemas::anchor);
        everySchema().forEach(this::exemplify);
        named.forEach((name, schema) -> {
            if (is(schema, SchemaType.OBJECT) && given(schema) == null) {
                schema.setExample(example(name, schema));
            }
        });
        document.getComponents().setSchemas(named);
    }

    static Schema resolve(OpenAPI document, Schema schema) {
        var reference = schema.getRef();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        document.getComponents().getSchemas().get(reference.substring(PREFIX.length())));
    }

    /** The schema of an answer's JSON. */
    static Optional<Schema> json(APIResponse response) {
        return Optional.ofNullable(response.getContent())
                .map(content -> content.getMediaType("application/json"))
                .map(MediaType::getSchema);
    }

    /** An id or a date needs no name; a single reference needs no {@code allOf} unless it says more. */
    private void inline(Schema schema) {
        var all = schema.getAllOf();
        if (all != null && all.size() == 1 && all.getFirst().getRef() != null) {
            var reference = all.getFirst().getRef();
            if (schema.getDescription() == null || isScalar(reference)) {
                schema.setAllOf(null);
                schema.setType(null);
                schema.setRef(reference);
            }
        }
        var reference = schema.getRef();
        if (reference != null && isScalar(reference)) {
            var scalar = Objects.requireNonNull(named.get(reference.substring(PREFIX.length())));
            var description = schema.getDescription();
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(scalar.getFormat());
            schema.setDescription(description);
        }
    }

    private boolean isScalar(String reference) {
        @Nullable Schema target = named.get(reference.substring(PREFIX.length()));
        return target != null && SCALARS.contains(String.valueOf(target.getFormat()));
    }

    /** {@code PageCustomerView}, called after a class, becomes {@code CustomerPage}. */
    private void renamePages() {
        var renamed = new TreeMap<String, String>();
        for (var name : List.copyOf(named.keySet())) {
            var schema = Objects.requireNonNull(named.get(name));
            var properties = schema.getProperties();
            if (name.startsWith("Page") && properties != null && properties.containsKey("nextCursor")) {
                var items = Objects.requireNonNull(properties.get("items"));
                var item = Objects.requireNonNull(items.getItems().getRef());
                renamed.put(PREFIX + name, item + "Page");
                named.remove(name);
                named.put(item.substring(PREFIX.length()) + "Page", schema);
            }
        }
        everySchema().forEach(schema -> {
            @Nullable String reference = schema.getRef() == null ? null : renamed.get(schema.getRef());
            if (reference != null) {
                schema.setRef(reference);
            }
        });
    }

    /** Bean Validation matches the whole text, JSON Schema any part of it. */
    private static void anchor(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }

    /** What follows from the type; a text that means something has to be given by the room. */
    private void exemplify(Schema schema) {
        if (schema.getRef() != null || given(schema) != null) {
            return;
        }
        var format = String.valueOf(schema.getFormat());
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            schema.setExample(schema.getEnumeration().getFirst());
        } else if (BY_FORMAT.containsKey(format)) {
            schema.setExample(BY_FORMAT.get(format));
        } else if (is(schema, SchemaType.BOOLEAN)) {
            schema.setExample(true);
        } else if (is(schema, SchemaType.INTEGER)) {
            schema.setExample(schema.getDefaultValue() == null ? (Object) 3 : schema.getDefaultValue());
        }
    }

    /** An example in an annotation is a text, whatever its type. */
    private static @Nullable Object given(Schema schema) {
        var examples = schema.getExamples();
        @Nullable Object example = examples == null || examples.isEmpty() ? schema.getExample() : examples.getFirst();
        if (example instanceof String text && is(schema, SchemaType.INTEGER)) {
            return Long.valueOf(text);
        }
        return example instanceof String text && is(schema, SchemaType.BOOLEAN) ? Boolean.valueOf(text) : example;
    }

    private @Nullable Object example(Schema schema) {
        var reference = schema.getRef();
        if (reference != null && given(schema) != null) {
            return given(schema);
        }
        if (reference != null) {
            var name = reference.substring(PREFIX.length());
            @Nullable Schema target = named.get(name);
            return target == null ? null : example(name, target);
        }
        return example("", schema);
    }

    /** @param name empty for a schema that has none */
    private @Nullable Object example(String name, Schema target) {
        if (given(target) != null && !is(target, SchemaType.ARRAY)) {
            return given(target);
        }
        if (target.getAllOf() != null) {
            return example(target.getAllOf().getFirst());
        }
        if (is(target, SchemaType.ARRAY)) {
            var one = example(target.getItems());
            return one == null ? List.of() : List.of(one);
        }
        if (target.getProperties() == null) {
            return null;
        }
        var without = notInExample.getOrDefault(name, Set.of());
        var example = new LinkedHashMap<String, Object>();
        target.getProperties().forEach((field, property) -> {
            var value = without.contains(field) ? null : example(property);
            if (value != null) {
                example.put(field, value);
            }
        });
        return example;
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private Collection<Schema> everySchema() {
        var all = new ArrayList<Schema>();
        named.values().forEach(schema -> collect(schema, all));
        document.getPaths().getPathItems().values().stream()
                .map(item -> item.getOperations().values())
                .flatMap(Collection::stream)
                .forEach(operation -> collect(operation, all));
        return all;
    }

    private static void collect(Operation operation, List<Schema> all) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> collect(parameter.getSchema(), all));
        }
        if (operation.getRequestBody() != null) {
            collect(operation.getRequestBody().getContent(), all);
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> collect(response.getContent(), all));
    }

    private static void collect(@Nullable Content content, List<Schema> all) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> collect(media.getSchema(), all));
        }
    }

    private static void collect(@Nullable Schema schema, List<Schema> all) {
        if (schema == null) {
            return;
        }
        all.add(schema);
        collect(schema.getItems(), all);
        collect(schema.getAdditionalPropertiesSchema(), all);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, all));
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> collect(part, all));
        }
    }
}
