package io.huikuan.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.openapi.ApiDocumentFile.Operation;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sends the document's examples is understood: nothing in them contradicts anything else in them. */
@QuarkusTest
class RequestExamplesTest {
    private static final Set<String> ENDING_THE_SESSION = Set.of("signOut", "changeMyPassword", "signIn", "refresh");

    @Test
    void areUnderstoodByTheProduct() {
        var document = ApiDocumentFile.current();
        var organisation = Given.anOrganisation();
        var owner = organisation.salesperson("wang");
        var finance = organisation.finance();
        var customer = Given.aCustomerOf(owner);
        var receivable = Given.aReceivable(finance, customer, "A-1", "9000.00", LocalDate.of(2026, 1, 31));
        var there = Map.of("customers", customer, "receivables", receivable);
        var everybody = List.of(finance, owner, organisation.admin(), organisation.person("li", "MANAGER"));

        var findings = new ArrayList<String>();
        ApiDocumentFile.operations(document)
                .filter(operation -> !ENDING_THE_SESSION.contains(operation.id()))
                .forEach(operation -> {
                    var body = body(document, operation);
                    if (body instanceof ObjectNode example) {
                        example.properties().stream()
                                .filter(field -> field.getKey().equals("customerId"))
                                .forEach(field -> field.setValue(example.textNode(customer.toString())));
                        findings.addAll(faults(operation, path(operation, there), example, everybody));
                    }
                });

        assertThat(findings).isEmpty();
    }

    private static List<String> faults(Operation operation, String path, JsonNode body, List<Person> everybody) {
        for (var person : everybody) {
            var answer = person.asks()
                    .basePath("")
                    .header("If-Match", "*")
                    .body(body.toString())
                    .request(operation.method(), path);
            if (answer.statusCode() == 403) {
                continue;
            }
            List<String> codes = answer.statusCode() == 400 ? answer.jsonPath().getList("errors.code") : List.of();
            return codes.stream()
                    // An example names what is not there: that is wrong beside the books, not in itself.
                    .filter(code -> !code.endsWith("-unknown"))
                    .map(code -> operation.id() + ": " + code + " " + answer.<Object>path("errors.pointer"))
                    .toList();
        }
        return List.of();
    }

    private static JsonNode body(JsonNode document, Operation operation) {
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        return ApiDocumentFile.resolve(document, schema).path("example").deepCopy();
    }

    private static String path(Operation operation, Map<String, UUID> there) {
        var room = operation.path().split("/", -1)[3];
        return operation
                .path()
                .replace("{number}", "2")
                .replaceAll(
                        "\\{id}", there.getOrDefault(room, UUID.randomUUID()).toString())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
}
