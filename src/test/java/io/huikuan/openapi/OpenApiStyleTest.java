package io.huikuan.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.testing.ProductClasses;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiStyleTest {
    private static final Set<String> TAGS = Set.of(
            "allocation-strategy",
            "anomalies",
            "audit-events",
            "auth",
            "calendar",
            "contact-logs",
            "bank-statement-lines",
            "channel-targets",
            "contracts",
            "customers",
            "deliveries",
            "devices",
            "disputes",
            "exchange-rates",
            "follow-ups",
            "hand-overs",
            "imports",
            "invoices",
            "me",
            "money-checks",
            "notifications",
            "organisations",
            "pauses",
            "payment-terms",
            "payments",
            "interest",
            "credit-notes",
            "write-offs",
            "discount-offers",
            "performance",
            "recurring-tasks",
            "substitutions",
            "triggers",
            "period-closings",
            "plans",
            "promises",
            "receivables",
            "reminder-policies",
            "reminder-runs",
            "statements",
            "subscriptions",
            "dunning",
            "teams",
            "users");
    private static final Set<String> OPEN =
            Set.of("signIn", "refresh", "signOut", "getKeys", "openOrganisation", "unsubscribe", "askToUnsubscribe");
    private static final OpenApiStyle STYLE = new OpenApiStyle(TAGS, OPEN);

    @Test
    void theDocumentIsOfOneStyle() {
        assertThat(STYLE.findings(ApiDocumentFile.current())).isEmpty();
    }

    @Test
    void requiresExactlyWhatTheCodeCannotDoWithout() {
        assertThat(RequiredFields.findings(ApiDocumentFile.current())).isEmpty();
    }

    @Test
    void namesEveryCodeOfAProblemAndOfAFault() throws IOException {
        var texts = new Properties();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/problems.properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        var document = ApiDocumentFile.current();
        var problems = document.at("/components/schemas/Problem/properties/code/description")
                .asText();
        var faults = document.at("/components/schemas/FieldFault/properties/code/description")
                .asText();

        assertThat(texts.stringPropertyNames())
                .hasSizeGreaterThan(150)
                .filteredOn(key -> key.startsWith("field.") || key.endsWith(".title"))
                .allSatisfy(key -> assertThat(key.startsWith("field.") ? faults : problems)
                        .contains("`" + key.replaceAll("^field\\.|\\.title$", "") + "`: "));
    }

    @Test
    void callsOperationsAfterTheirMethods() {
        var methods = ProductClasses.all().stream()
                .filter(type -> type.getSimpleName().endsWith("Resource"))
                .flatMap(type -> type.getMethods().stream())
                .map(method -> method.getName())
                .toList();

        assertThat(ApiDocumentFile.operations(ApiDocumentFile.current()))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(methods).containsOnlyOnce(operation.id()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("not unique", document -> operation(document).put("operationId", "createCustomer")),
                mistake("tag", document -> operation(document).withArray("tags").add("teams")),
                mistake("no summary", document -> operation(document).remove("summary")),
                mistake("wants no token", document -> operation(document).remove("security")),
                mistake(
                        "object without a name",
                        document -> schema(document)
                                .with("properties")
                                .putObject("place")
                                .putObject("properties")),
                mistake("uses oneOf", document -> schema(document).putArray("oneOf")),
                mistake(
                        "null in an enum",
                        document -> ((ObjectNode) document.at("/components/schemas/Role"))
                                .withArray("enum")
                                .addNull()),
                mistake("no example: Customer", document -> schema(document).remove("example")),
                mistake(
                        "no example: Customer.code",
                        document -> ((ObjectNode) schema(document).at("/properties/code")).remove("example")),
                mistake(
                        "may answer 403",
                        document -> ((ObjectNode) operation(document).path("responses")).remove("403")),
                mistake(
                        "without a problem",
                        document -> operation(document)
                                .with("responses")
                                .putObject("404")
                                .put("description", "x")),
                mistake(
                        "with nobody knows what",
                        document -> ((ObjectNode) operation(document).at("/responses/200")).putObject("content")),
                mistake(
                        "not exactly one success",
                        document -> operation(document)
                                .with("responses")
                                .putObject("202")
                                .put("description", "x")),
                mistake(
                        "not a preview and one success",
                        document -> responses(document).remove("200")),
                mistake(
                        "does not preview",
                        document -> responses(document)
                                .set("200", responses(document).get("201"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void reports(String finding, Consumer<ObjectNode> mistake) {
        var document = (ObjectNode) ApiDocumentFile.current();
        mistake.accept(document);

        assertThat(STYLE.findings(document)).anyMatch(found -> found.contains(finding));
    }

    @Test
    void reportsAFieldThatIsRequiredWithoutNeed() {
        var document = (ObjectNode) ApiDocumentFile.current();
        schema(document).withArray("required").add("note");

        assertThat(RequiredFields.findings(document)).singleElement().asString().startsWith("Customer requires");
    }

    private static Arguments mistake(String finding, Consumer<ObjectNode> mistake) {
        return Arguments.of(finding, mistake);
    }

    private static ObjectNode operation(ObjectNode document) {
        return (ObjectNode) document.at("/paths/~1api~1v1~1customers~1{id}/get");
    }

    private static ObjectNode responses(ObjectNode document) {
        return (ObjectNode) document.at("/paths/~1api~1v1~1payments/post/responses");
    }

    private static ObjectNode schema(ObjectNode document) {
        return (ObjectNode) document.at("/components/schemas/Customer");
    }
}
