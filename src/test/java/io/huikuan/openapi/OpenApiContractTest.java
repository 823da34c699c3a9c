package io.huikuan.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The committed document says what the code does. After a change of the API:
 *
 * <pre>{@code ./mvnw test -Dtest=OpenApiContractTest -Dopenapi.write=true}</pre>
 */
@QuarkusTest
class OpenApiContractTest {
    @Test
    void theCommittedDocumentIsTheGeneratedOne() throws IOException {
        var generated =
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(ApiDocumentFile.CURRENT.getParent());
            Files.writeString(ApiDocumentFile.CURRENT, generated);
        }

        assertThat(ApiDocumentFile.read(ApiDocumentFile.CURRENT))
                .as(
                        "%s is written by: ./mvnw test -Dtest=OpenApiContractTest -Dopenapi.write=true",
                        ApiDocumentFile.CURRENT)
                .isEqualTo(generated);
    }

    @Test
    void noPublishedClientBreaks() {
        var published = ApiDocumentFile.read(ApiDocumentFile.PUBLISHED);

        assertThat(BreakingChanges.between(published, ApiDocumentFile.read(ApiDocumentFile.CURRENT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operationId: getCustomer             | operationId: readCustomer
            /api/v1/customers:                   | /api/v1/clients:
            PasswordReset:\\n      required:     | PasswordReset:\\n      required:\\n      - reason
            """)
    void reportsWhatWouldBreakAClient(String before, String after) {
        var published = ApiDocumentFile.read(ApiDocumentFile.CURRENT);
        var changed = published.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n"));

        assertThat(changed).isNotEqualTo(published);
        assertThat(BreakingChanges.between(published, changed)).isNotEmpty();
        assertThat(BreakingChanges.between(published, published)).isEmpty();
    }
}
