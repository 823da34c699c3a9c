package io.huikuan.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problem answers of the OpenAPI document: described once, with the words that a caller really gets. */
final class DocumentedProblems {
    /** One status, and the problem that is shown as its example. */
    record Answer(String name, int status, String code, String description, List<String> headers) {
        Answer(String name, int status, String code, String description) {
            this(name, status, code, description, List.of());
        }
    }

    static final Answer INVALID =
            new Answer("Invalid", 400, "invalid-request", "The request is not valid; errors names the fields.");
    static final Answer NOT_SIGNED_IN = new Answer(
            "NotSignedIn",
            401,
            "not-signed-in",
            "Nobody is signed in, or no longer.",
            List.of(DocumentedHeaders.WWW_AUTHENTICATE));
    static final Answer FORBIDDEN = new Answer(
            "Forbidden", 403, "role-missing", "The role may not do this, or the password must be changed first.");
    static final Answer NOT_FOUND =
            new Answer("NotFound", 404, "not-found", "It does not exist, or it is not the caller's to see.");
    static final Answer CONFLICT =
            new Answer("Conflict", 409, "already-exists", "It exists already, or somebody else's change was faster.");
    static final Answer STALE = new Answer(
            "Stale",
            412,
            "stale-version",
            "If-Match names an old version; errors names the fields that differ, with the present values.",
            List.of(DocumentedHeaders.ETAG));
    static final Answer UNPROCESSABLE = new Answer(
            "Unprocessable", 422, "idempotency-key-reused", "The request is well-formed, but cannot be done as it is.");
    static final Answer PRECONDITION_REQUIRED =
            new Answer("PreconditionRequired", 428, "precondition-required", "If-Match is missing.");
    static final Answer TOO_MANY = new Answer(
            "TooMany",
            429,
            "too-many-attempts",
            "Too many attempts.",
            List.of(DocumentedHeaders.RATE_LIMIT, DocumentedHeaders.RATE_LIMIT_POLICY, DocumentedHeaders.RETRY_AFTER));

    private static final List<Answer> ALL = List.of(
            INVALID,
            NOT_SIGNED_IN,
            FORBIDDEN,
            NOT_FOUND,
            CONFLICT,
            STALE,
            UNPROCESSABLE,
            PRECONDITION_REQUIRED,
            TOO_MANY);
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "#/components/schemas/Problem";

    DocumentedProblems(Components components) {
        ALL.forEach(answer -> components.addResponse(answer.name(), describe(answer)));
    }

    /** Says which codes there are, as the texts of problems have them: a client need not read the code to know them. */
    static void listCodes(Components components) {
        var words = new ProblemText();
        describe(components, "Problem", words.titles());
        describe(components, "FieldFault", words.faults());
    }

    private static void describe(Components components, String schema, Map<String, String> texts) {
        var properties =
                Objects.requireNonNull(components.getSchemas().get(schema)).getProperties();
        var code = Objects.requireNonNull(properties.get("code"));
        var list = texts.entrySet().stream()
                .map(each -> "- `" + each.getKey() + "`: " + each.getValue())
                .collect(Collectors.joining("\n"));
        code.setDescription(code.getDescription() + "\n\n" + list);
    }

    /** Lets an operation answer so; replaces what was said about that status before. */
    void answers(Operation operation, Answer answer) {
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(answer.status()),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + answer.name()));
    }

    private static APIResponse describe(Answer answer) {
        var media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(PROBLEM))
                .example(example(answer));
        var response = OASFactory.createAPIResponse()
                .description(answer.description())
                .content(OASFactory.createContent().addMediaType(PROBLEM_JSON, media));
        answer.headers().forEach(header -> response.addHeader(header, DocumentedHeaders.reference(header)));
        return response;
    }

    private static Map<String, Object> example(Answer answer) {
        var words = new ProblemText();
        var arguments = List.<Object>of(30);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:huikuan:problem:" + answer.code());
        example.put(
                "title",
                words.text(Locale.ENGLISH, answer.code() + ".title", arguments).orElseThrow());
        example.put("status", answer.status());
        words.text(Locale.ENGLISH, answer.code() + ".detail", arguments)
                .ifPresent(detail -> example.put("detail", detail));
        example.put("instance", "/api/v1/customers");
        example.put("code", answer.code());
        example.put("errors", answer.equals(INVALID) ? List.of(fault(words)) : new ArrayList<>());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return example;
    }

    private static Map<String, Object> fault(ProblemText words) {
        var fault = new LinkedHashMap<String, Object>();
        fault.put("pointer", "/name");
        fault.put("code", "required");
        fault.put(
                "message",
                words.text(Locale.ENGLISH, "field.required", List.of()).orElseThrow());
        return fault;
    }
}
