package io.huikuan.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoCompanyTest {
    private final DemoCompany company;

    DemoCompanyTest(DemoCompany company) {
        this.company = company;
    }

    @Test
    void hasTheSizeAndThePeopleThatTheReadmeTellsOf() {
        var made = company.make(Instant.parse("2026-11-18T02:00:00Z"));

        assertThat(made.customers()).isEqualTo(300);
        assertThat(made.receivables()).isEqualTo(7_500);
        assertThat(made.payments()).isGreaterThan(6_000);
        assertThat(get("admin", "/teams").getList("items")).hasSize(3);
        assertThat(get("admin", "/users?limit=200").getList("items.findAll { it.roles.contains('SALESPERSON') }"))
                .hasSize(12);
        assertThat(get("wang", "/customers?limit=200").getList("items")).hasSize(25);
        assertThat(get("li", "/customers?limit=200").getList("items")).hasSize(150);
        assertThat(get("zhou", "/customers?limit=200").getString("nextCursor")).isNotNull();
        assertThat(get("wang", "/receivables?status=OVERDUE").getList("items")).isNotEmpty();
        assertThat(get("wang", "/follow-ups?status=OPEN").getList("items")).isNotEmpty();
        assertThat(get("zhao", "/payments?limit=1").getList("items")).hasSize(1);
    }

    private static JsonPath get(String username, String path) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("organisation", "demo", "username", username, "password", DemoCompany.PASSWORD))
                .post(Person.BASE + "/auth/token")
                .path("accessToken");
        return given().auth()
                .oauth2(token)
                .get(Person.BASE + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
