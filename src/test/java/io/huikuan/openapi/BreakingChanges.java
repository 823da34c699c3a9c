package io.huikuan.openapi;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What a client that was generated from the older document would stumble over in the newer one. */
final class BreakingChanges {
    private BreakingChanges() {}

    static List<String> between(String older, String newer) {
        var findings = new ArrayList<String>();
        var present = ApiDocumentFile.operations(ApiDocumentFile.tree(newer))
                .collect(Collectors.toMap(
                        operation -> operation.method() + " " + operation.path(), ApiDocumentFile.Operation::id));
        ApiDocumentFile.operations(ApiDocumentFile.tree(older)).forEach(operation -> {
            var call = operation.method() + " " + operation.path();
            if (!operation.id().equals(present.getOrDefault(call, operation.id()))) {
                findings.add(call + " was called " + operation.id() + " and is called " + present.get(call));
            }
        });
        var difference = OpenApiCompare.fromContents(older, newer);
        if (difference.isIncompatible()) {
            var text = new ByteArrayOutputStream();
            new MarkdownRender().render(difference, new OutputStreamWriter(text, StandardCharsets.UTF_8));
            findings.add(text.toString(StandardCharsets.UTF_8));
        }
        return findings;
    }
}
