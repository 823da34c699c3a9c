package io.huikuan.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completes the OpenAPI document while the product is built, so that no room repeats what holds for all of them: which
 * problems an operation may answer with, the headers of conditional requests, creates and replays, and examples.
 *
 * <p>What it goes by:
 *
 * <ul>
 *   <li>a view with a {@code version} or {@code revision} comes with an {@code ETag}; a GET of it takes {@code If-None-Match};
 *   <li>a POST whose method returns a {@code RestResponse} creates (201, {@code Location}), unless it goes to
 *       {@code /{id}/…} and takes no {@code Idempotency-Key}: that changes a row (200); one that returns nothing is 204;
 *   <li>{@code @RolesAllowed} says whose roles the description names;
 *   <li>{@code If-Match} and {@code Idempotency-Key} are parameters of those operations that read them; a room says where the
 *       former may be left out;
 *   <li>one that takes {@code dryRun} has a second success: 200 with an {@code EffectPreview}.
 * </ul>
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String AS_OF = "asOf";
    private static final String DRY_RUN = "dryRun";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName NOT_IN_EXAMPLE = DotName.createSimple(NotInExample.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName MADE_POST = DotName.createSimple(POST.class);
    private static final DotName ANSWER = DotName.createSimple("org.jboss.resteasy.reactive.RestResponse");
    private static final Set<String> VERSIONS = Set.of("version", "revision");

    /** The methods of resources by name, which is their operation id. */
    private final Map<String, MethodInfo> methods = new HashMap<>();

    private final Map<String, Set<String>> notInExample = new HashMap<>();

    public ApiDocument(IndexView index) {
        index.getAnnotations(PATH).stream()
                .map(path -> path.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass)
                .map(ClassInfo::methods)
                .forEach(all -> all.forEach(method -> methods.put(method.name(), method)));
        index.getAnnotations(NOT_IN_EXAMPLE).stream()
                .map(mark -> mark.target())
                .filter(target -> target.kind() == AnnotationTarget.Kind.FIELD)
                .map(AnnotationTarget::asField)
                .forEach(field -> notInExample
                        .computeIfAbsent(schemaOf(field.declaringClass()), _ -> new HashSet<>())
                        .add(field.name()));
    }

    private static String schemaOf(ClassInfo type) {
        return type.declaredAnnotation(SCHEMA).value("name").asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new DocumentedSchemas(document, notInExample).complete();
        DocumentedProblems.listCodes(document.getComponents());
        var problems = new DocumentedProblems(document.getComponents());
        DocumentedHeaders.define(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> complete(document, problems, path, method, operation)));
    }

    private void complete(
            OpenAPI document, DocumentedProblems problems, String path, HttpMethod method, Operation operation) {
        @Nullable MethodInfo code = methods.get(operation.getOperationId());
        boolean open = code != null
                && (code.hasAnnotation(PERMIT_ALL) || code.declaringClass().hasDeclaredAnnotation(PERMIT_ALL));
        correctSuccess(path, method, operation, code);
        sayWhoMay(operation, code);
        boolean versioned = isVersioned(document, operation);
        describeParameters(operation);
        if (versioned && method == HttpMethod.GET) {
            operation.addParameter(header(IF_NONE_MATCH, "The ETag of what the client has already.", "\"3\"")
                    .required(false));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("The client has it already."));
        }
        addHeaders(operation, versioned);
        if (takes(operation, DRY_RUN)) {
            operation.getResponses().addAPIResponse("200", preview());
        }

        problems.answers(operation, DocumentedProblems.INVALID);
        if (!open) {
            problems.answers(operation, DocumentedProblems.NOT_SIGNED_IN);
        }
        if (!open || takes(operation, "Huikuan-Operator-Token")) {
            problems.answers(operation, DocumentedProblems.FORBIDDEN);
        }
        if (!open && namesOthers(path, operation)) {
            problems.answers(operation, DocumentedProblems.NOT_FOUND);
        }
        if (open && operation.getRequestBody() != null && !takes(operation, "Huikuan-Operator-Token")) {
            problems.answers(operation, DocumentedProblems.NOT_SIGNED_IN);
            problems.answers(operation, DocumentedProblems.TOO_MANY);
        }
        if (method != HttpMethod.GET) {
            problems.answers(operation, DocumentedProblems.CONFLICT);
        }
        if (takes(operation, IF_MATCH)) {
            problems.answers(operation, DocumentedProblems.STALE);
        }
        if (requires(operation, IF_MATCH)) {
            problems.answers(operation, DocumentedProblems.PRECONDITION_REQUIRED);
        }
        if (!open && (operation.getRequestBody() != null || takes(operation, AS_OF))) {
            problems.answers(operation, DocumentedProblems.UNPROCESSABLE);
        }
        var responses = operation.getResponses();
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    /** The roles that the code asks for are said nowhere else in the document. */
    private static void sayWhoMay(Operation operation, @Nullable MethodInfo code) {
        @Nullable
        AnnotationInstance roles = code == null
                ? null
                : code.hasAnnotation(ROLES_ALLOWED)
                        ? code.annotation(ROLES_ALLOWED)
                        : code.declaringClass().declaredAnnotation(ROLES_ALLOWED);
        if (roles != null) {
            var sentence = "Roles: " + String.join(", ", roles.value().asStringArray()) + ".";
            @Nullable String description = operation.getDescription();
            operation.setDescription(description == null ? sentence : description + "\n\n" + sentence);
        }
    }

    /** What the scanner cannot know: which status an answer that is built by hand has. */
    private static void correctSuccess(String path, HttpMethod method, Operation operation, @Nullable MethodInfo code) {
        if (code == null || method != HttpMethod.POST || !code.hasAnnotation(MADE_POST)) {
            return;
        }
        var responses = operation.getResponses();
        boolean nothing = code.returnType().kind() == org.jboss.jandex.Type.Kind.VOID;
        if (nothing) {
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("Done."));
        } else if (code.returnType().name().equals(ANSWER)
                && (takes(operation, IDEMPOTENCY_KEY) || !path.matches(".*/\\{id}/[^/]+"))) {
            @Nullable APIResponse answer = responses.getAPIResponse("200");
            @Nullable APIResponse accepted = responses.getAPIResponse("202");
            if (answer != null && accepted != null) {
                responses.removeAPIResponse("200");
                accepted.setContent(answer.getContent());
            } else if (answer != null) {
                responses.removeAPIResponse("200");
                responses.addAPIResponse("201", answer.description("Created."));
            }
        }
    }

    private static boolean isVersioned(OpenAPI document, Operation operation) {
        return success(operation)
                .flatMap(DocumentedSchemas::json)
                .map(schema -> DocumentedSchemas.resolve(document, schema))
                .map(Schema::getProperties)
                .filter(properties -> VERSIONS.stream().anyMatch(properties::containsKey))
                .isPresent();
    }

    private static Optional<APIResponse> success(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void describeParameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case IF_MATCH -> {
                    boolean mayBeLeftOut = Conditional.WHERE_TOLD.equals(parameter.getDescription());
                    var description = mayBeLeftOut
                            ? Conditional.WHERE_TOLD
                            : "The ETag of the version that the change is based on.";
                    describe(parameter, description, "\"3\"").required(!mayBeLeftOut);
                }
                case IDEMPOTENCY_KEY ->
                    describe(
                            parameter,
                            "Makes the request safe to repeat: the same key with the same body gets the same answer for"
                                    + " seven days.",
                            "7d1f0f7e-52a2-4b0c-9d0f-5f9d3c0f8a11");
                case "Accept-Language" -> describe(parameter, "The language of the words: zh-CN or en.", "zh-CN");
                default -> {
                    // Says what it is itself.
                }
            }
        }
    }

    private static Parameter header(String name, String description, String example) {
        var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        var parameter =
                OASFactory.createParameter().name(name).in(Parameter.In.HEADER).schema(schema);
        return describe(parameter, description, example);
    }

    private static Parameter describe(Parameter parameter, String description, String example) {
        return parameter.description(description).example(example);
    }

    private static void addHeaders(Operation operation, boolean versioned) {
        for (var entry : new LinkedHashMap<>(operation.getResponses().getAPIResponses()).entrySet()) {
            var response = entry.getValue();
            var status = entry.getKey();
            if (versioned && (status.startsWith("2") || status.equals("304"))) {
                response.addHeader(DocumentedHeaders.ETAG, DocumentedHeaders.reference(DocumentedHeaders.ETAG));
            }
            if (status.equals("202") || (status.equals("201") && versioned)) {
                response.addHeader(DocumentedHeaders.LOCATION, DocumentedHeaders.reference(DocumentedHeaders.LOCATION));
            }
            if (status.startsWith("2") && takes(operation, IDEMPOTENCY_KEY)) {
                response.addHeader(DocumentedHeaders.REPLAYED, DocumentedHeaders.reference(DocumentedHeaders.REPLAYED));
            }
        }
    }

    private static APIResponse preview() {
        var media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(DocumentedSchemas.PREFIX + "EffectPreview"));
        return OASFactory.createAPIResponse()
                .description("Where `dryRun` is true: what would change. Nothing was changed.")
                .content(OASFactory.createContent().addMediaType("application/json", media));
    }

    private static boolean requires(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getName().equals(name) && Boolean.TRUE.equals(parameter.getRequired()));
    }

    private static boolean takes(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(name));
    }

    /** By path, by a body, or by a filter such as {@code customerId}. */
    private static boolean namesOthers(String path, Operation operation) {
        return path.contains("{")
                || operation.getRequestBody() != null
                || (operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(parameter -> parameter.getName().endsWith("Id")));
    }
}
