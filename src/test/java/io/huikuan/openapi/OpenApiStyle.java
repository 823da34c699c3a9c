package io.huikuan.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.huikuan.openapi.ApiDocumentFile.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds what makes generated clients bad or app developers guess.
 *
 * @param tags the tags there may be
 * @param open the operations that nobody has to be signed in for
 */
record OpenApiStyle(Set<String> tags, Set<String> open) {
    private static final String PREVIEW = "#/components/schemas/EffectPreview";
    private static final Set<String> FORBIDDEN_KEYWORDS = Set.of("oneOf", "anyOf", "not", "nullable");

    List<String> findings(JsonNode document) {
        var findings = new ArrayList<String>();
        var ids = new HashSet<String>();
        ApiDocumentFile.operations(document).forEach(operation -> {
            if (operation.id().isEmpty() || !ids.add(operation.id())) {
                findings.add("operation id is missing or not unique: " + operation.method() + " " + operation.path());
            }
            findings.addAll(ofOperation(document, operation));
        });
        document.at("/components/schemas").properties().forEach(schema -> {
            if (!schema.getValue().has("example")) {
                findings.add("no example: " + schema.getKey());
            }
            findings.addAll(ofSchema(schema.getKey(), schema.getValue(), true));
        });
        Collections.sort(findings);
        return findings;
    }

    private List<String> ofOperation(JsonNode document, Operation operation) {
        var findings = new ArrayList<String>();
        var id = operation.id();
        var node = operation.node();
        if (node.path("tags").size() != 1 || !tags.contains(node.at("/tags/0").asText())) {
            findings.add("not exactly one known tag: " + id + " " + node.path("tags"));
        }
        if (node.path("summary").asText().isBlank()) {
            findings.add("no summary: " + id);
        }
        if (open.contains(id) == node.has("security")) {
            findings.add((node.has("security") ? "is open and wants a token: " : "wants no token: ") + id);
        }
        for (var parameter : node.path("parameters")) {
            var where = id + " " + parameter.path("name").asText();
            if (!parameter.has("example") && !hasExample(parameter.path("schema"))) {
                findings.add("no example: " + where);
            }
            findings.addAll(ofSchema(where, parameter.path("schema"), false));
        }
        node.at("/requestBody/content")
                .properties()
                .forEach(media ->
                        findings.addAll(ofSchema(id + " body", media.getValue().path("schema"), false)));
        findings.addAll(ofResponses(document, operation));
        return findings;
    }

    private List<String> ofResponses(JsonNode document, Operation operation) {
        var findings = new ArrayList<String>();
        var id = operation.id();
        var successes = operation.statuses().stream()
                .filter(status -> status / 100 == 2)
                .collect(Collectors.toCollection(TreeSet::new));
        if (takes(operation, "dryRun")) {
            if (!successes.equals(Set.of(200, 201))) {
                findings.add("not a preview and one success: " + id + " " + operation.statuses());
            }
            if (!PREVIEW.equals(answer(operation, 200)) || PREVIEW.equals(answer(operation, 201))) {
                findings.add("does not preview with an EffectPreview: " + id);
            }
        } else if (successes.size() != 1) {
            findings.add("not exactly one success: " + id + " " + operation.statuses());
        }
        for (int status : open.contains(id) ? List.of(400) : List.of(400, 401, 403)) {
            if (!operation.statuses().contains(status)) {
                findings.add("does not say that it may answer " + status + ": " + id);
            }
        }
        operation.node().path("responses").properties().forEach(entry -> {
            var response = ApiDocumentFile.resolve(document, entry.getValue());
            boolean failure = entry.getKey().startsWith("4") || entry.getKey().startsWith("5");
            if (failure
                    && !response.at("/content/application~1problem+json/schema/$ref")
                            .asText()
                            .equals("#/components/schemas/Problem")) {
                findings.add("answers " + entry.getKey() + " without a problem: " + id);
            }
            if (response.has("content") && response.path("content").isEmpty()) {
                findings.add("answers " + entry.getKey() + " with nobody knows what: " + id);
            }
            response.path("content")
                    .properties()
                    .forEach(media -> findings.addAll(
                            ofSchema(id + " " + entry.getKey(), media.getValue().path("schema"), false)));
        });
        return findings;
    }

    private static boolean takes(Operation operation, String parameter) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .anyMatch(each -> each.path("name").asText().equals(parameter));
    }

    private static String answer(Operation operation, int status) {
        return operation
                .node()
                .at("/responses/" + status + "/content/application~1json/schema/$ref")
                .asText();
    }

    private static List<String> ofSchema(String where, JsonNode schema, boolean named) {
        var findings = new ArrayList<String>();
        FORBIDDEN_KEYWORDS.stream()
                .filter(schema::has)
                .forEach(keyword -> findings.add("uses " + keyword + ": " + where));
        for (var value : schema.path("enum")) {
            if (value.isNull()) {
                findings.add("null in an enum: " + where);
            }
        }
        if (!named && schema.has("properties")) {
            findings.add("object without a name: " + where);
        }
        if (!named && schema.has("enum")) {
            findings.add("enum without a name: " + where);
        }
        if (schema.isEmpty()) {
            findings.add("says nothing about its type: " + where);
        }
        schema.path("properties").properties().forEach(property -> {
            var inside = where + "." + property.getKey();
            if (!hasExample(property.getValue())) {
                findings.add("no example: " + inside);
            }
            findings.addAll(ofSchema(inside, property.getValue(), false));
        });
        for (var part : List.of(schema.path("items"), schema.path("additionalProperties"))) {
            if (part.isObject()) {
                findings.addAll(ofSchema(where + "[]", part, false));
            }
        }
        return findings;
    }

    /** Its own, or that of what it refers to, which is looked at by itself. */
    private static boolean hasExample(JsonNode schema) {
        return schema.has("example")
                || schema.has("$ref")
                || schema.has("allOf")
                || (schema.has("items") && hasExample(schema.path("items")));
    }
}
