package io.huikuan.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokenReadingTest {
    @Test
    void refusesForgedAndForeignTokens() {
        var wang = Given.anOrganisation().salesperson("wang");
        var parts = wang.accessToken().split("\\.");
        var unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        var tampered = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();

        assertThat(List.of(unsigned, tampered, "nonsense")).allSatisfy(token -> {
            var answer = given().auth().oauth2(token).get(Person.BASE + "/me");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        });
    }

    @Test
    void publishesTheKeyThatSignedTheToken() {
        var token = Given.anOrganisation().admin().accessToken();
        var header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        var keys = given().get(Person.BASE + "/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(keys.getString("keys[0].alg")).isEqualTo("RS256");
        assertThat(keys.getString("keys[0].n")).isNotBlank();
        assertThat(keys.getString("keys[0].kid"))
                .isEqualTo(JsonPath.from(header).getString("kid"));
    }
}
