package io.huikuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.huikuan.openapi.ApiDocumentFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation as every role on an own row, a team-mate's, another team's and another organisation's. Whatever it answers
 * must also be documented.
 */
@QuarkusTest
class RightsMatrixTest {
    private static final Map<String, ApiDocumentFile.Operation> DOCUMENTED = ApiDocumentFile.operations(
                    ApiDocumentFile.current())
            .collect(Collectors.toMap(ApiDocumentFile.Operation::id, Function.identity()));

    @Test
    void asksEveryOperationOfTheDocument() {
        var asked = Operations.all().stream().map(Case::operationId).distinct();

        assertThat(asked).containsExactlyInAnyOrderElementsOf(DOCUMENTED.keySet());
    }

    @Test
    void usesEveryLineOfTheTable() {
        var used = Operations.all().stream().map(Case::right).distinct();

        assertThat(used).containsExactlyInAnyOrderElementsOf(RightsTable.AGREED.names());
    }

    @TestFactory
    Stream<DynamicContainer> answersAsTheTableSays() {
        var world = new World();
        return Operations.all().stream()
                .map(one -> dynamicContainer(
                        one.operationId() + " under " + one.right(),
                        Arrays.stream(Caller.values()).flatMap(caller -> asking(world, one, caller))));
    }

    private static Stream<DynamicTest> asking(World world, Case one, Caller caller) {
        return Arrays.stream(Whose.values())
                .map(whose -> dynamicTest(
                        "%s %s %s".formatted(one.operationId(), caller, whose), () -> ask(world, one, caller, whose)));
    }

    private static void ask(World world, Case one, Caller caller, Whose whose) {
        var reach = RightsTable.AGREED.reach(one.right(), caller);
        var portfolio = world.portfolio(whose);
        var listed = one.listed();
        var row = listed == null ? null : listed.apply(portfolio);

        var response = world.prepared(one, whose).send(world.asking(caller));

        var status = response.statusCode();
        if (status < 300) {
            world.used(one, whose);
        }
        if (reach == Reach.FORBIDDEN) {
            assertThat(status).as(response::asString).isEqualTo(caller == Caller.ANONYMOUS ? 401 : 403);
        } else if (row != null) {
            assertThat(status).as(response::asString).isEqualTo(200);
            assertThat(response.asString().contains(row.toString()))
                    .as("speaks of the row")
                    .isEqualTo(reach.reaches(whose));
        } else if (!reach.reaches(whose)) {
            assertThat(status).as(response::asString).isEqualTo(one.hidden());
        } else if (one.allowed() != 0) {
            assertThat(status).as(response::asString).isEqualTo(one.allowed());
        } else {
            assertThat(status).as(response::asString).isBetween(200, 299);
        }
        isDocumented(one.operationId(), response);
    }

    private static void isDocumented(String operationId, Response response) {
        var operation = Objects.requireNonNull(DOCUMENTED.get(operationId));
        assertThat(operation.statuses()).as("documented statuses").contains(response.statusCode());
        operation.node().at("/responses/" + response.statusCode() + "/headers").properties().stream()
                .map(Map.Entry::getKey)
                .filter(header -> !header.equals("Idempotency-Replayed"))
                .forEach(
                        header -> assertThat(response.header(header)).as(header).isNotNull());
        if (response.statusCode() >= 400) {
            assertThat(response.contentType()).startsWith("application/problem+json");
        }
    }
}
