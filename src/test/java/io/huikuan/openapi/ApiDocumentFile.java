package io.huikuan.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The committed documents. */
public final class ApiDocumentFile {
    /** What the code says today; a test keeps it so. */
    static final Path CURRENT = Path.of("openapi", "openapi.yaml");

    /** What app developers were given last. It is replaced by {@link #CURRENT} with each release. */
    static final Path PUBLISHED = Path.of("openapi", "published.yaml");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private ApiDocumentFile() {}

    /** One operation of the document. */
    public record Operation(String path, String method, JsonNode node) {
        public String id() {
            return node.path("operationId").asText();
        }

        /** The documented statuses, such as 200 and 404. */
        public Set<Integer> statuses() {
            return node.path("responses").properties().stream()
                    .map(response -> Integer.valueOf(response.getKey()))
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }
    }

    public static JsonNode current() {
        return tree(read(CURRENT));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode tree(String yaml) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static Stream<Operation> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue())));
    }

    /** What a reference points at, or the node itself. */
    static JsonNode resolve(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        return Stream.iterate(iterator, Iterator::hasNext, same -> same).map(Iterator::next);
    }
}
