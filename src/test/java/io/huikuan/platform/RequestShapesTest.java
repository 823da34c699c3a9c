package io.huikuan.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.huikuan.openapi.ApiDocumentFile;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestShapesTest {
    @Test
    void refusesABodyThatNoRequestNeeds() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.posts("/customers", Map.of("code", "C-1", "name", "x".repeat(2 << 20)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("code")).isEqualTo("too-large");
    }

    @Test
    void saysWhichFieldIsNoJson() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.asks()
                .body("{\"code\":\"C-1\",\"name\":\"x\",\"ownerId\":\"no uuid\"}")
                .post("/customers");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/ownerId");
    }

    @ParameterizedTest
    @CsvSource({
        "/follow-ups, /subject, subject, a\\u0000b",
        "/follow-ups, /dueOn, dueOn, +99999999-01-01",
        "/follow-ups, /dueOn, dueOn, -0001-01-01",
        "/contact-logs, /happenedAt, happenedAt, -999999999-01-01T00:00:00Z"
    })
    void refusesWhatTheDatabaseCannotStore(String path, String pointer, String field, String value) {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused =
                wang.asks().body("{\"%s\":\"%s\"}".formatted(field, value)).post(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("malformed");
    }

    @Test
    void refusesNulBeforeAnybodyHasSignedIn() {
        var credentials = "{\"organisation\":\"a\\u0000b\",\"username\":\"x\",\"password\":\"y\"}";

        var refused = given().contentType(ContentType.JSON).body(credentials).post(Person.BASE + "/auth/token");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Given.anOrganisation()
                        .admin()
                        .asks()
                        .urlEncodingEnabled(false)
                        .get("/customers?q=%00")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersAConflictWhereTwoWriteTheSameKeyAtOnce() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        Callable<Integer> creating = () ->
                wang.posts("/customers", Map.of("code", "C-1", "name", "x")).statusCode();

        List<Integer> statuses;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = all.invokeAll(Collections.nCopies(12, creating)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).hasSize(12).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void takesMoneyAsTextOnly() {
        var manager = Given.anOrganisation().team("East", null).manager();
        var limit = Map.of("amount", 1000.5, "currency", "CNY");

        var refused = manager.posts("/customers", Map.of("code", "C-1", "name", "x", "creditLimit", limit));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/creditLimit/amount");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("text-expected");
    }

    @Test
    void answersBrokenJsonWithAProblem() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.asks().body("{\"code\":").post("/customers");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @TestFactory
    Stream<DynamicTest> saysWhichParameterOfWhichOperationItCannotRead() {
        var organisation = Given.anOrganisation();
        var all = organisation.person("all", "ADMIN", "FINANCE", "MANAGER", "SALESPERSON", "INTEGRATION");
        return ApiDocumentFile.operations(ApiDocumentFile.current())
                .flatMap(operation -> StreamSupport.stream(
                                operation.node().path("parameters").spliterator(), false)
                        .filter(RequestShapesTest::isQueryThatIsNoText)
                        .map(parameter -> parameter.path("name").asText())
                        .map(name -> dynamicTest(operation.id() + " " + name, () -> refuses(all, operation, name))));
    }

    private static boolean isQueryThatIsNoText(JsonNode parameter) {
        var schema = parameter.path("schema");
        return parameter.path("in").asText().equals("query")
                && (!schema.path("type").asText().equals("string") || schema.has("format"));
    }

    private static void refuses(Person person, ApiDocumentFile.Operation operation, String name) {
        var place = operation
                .path()
                .replace(Person.BASE, "")
                .replaceAll("\\{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());

        var refused = person.asks()
                .body(Map.of())
                .request(operation.method().toUpperCase(Locale.ROOT), place + "?" + name + "=no-such-thing");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/" + name);
        assertThat(refused.<String>path("errors[0].message")).doesNotEndWith("-malformed");
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        var admin = Given.anOrganisation().admin();

        var refused = admin.gets("/customers?limit=1&limit=2");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("given-twice");
    }

    @Test
    void answersUnknownPathsAndMethodsWithAProblem() {
        var wang = Given.anOrganisation().salesperson("wang");

        assertThat(wang.gets("/no-such-thing").statusCode()).isEqualTo(404);
        var method = wang.asks().delete("/customers");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.contentType()).startsWith("application/problem+json");
    }
}
