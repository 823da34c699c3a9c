package io.huikuan.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrganisationResourceTest {
    @Test
    void refusesACodeThatIsTaken() {
        var taken = Given.anOrganisation();

        var refused = open(taken.code(), Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/code");
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus, zone-unknown",
        "currency, ABC, currency-unknown",
        "locale, fr, locale-unknown",
        "code, 'No Spaces', pattern"
    })
    void namesTheSettingThatIsWrong(String field, String value, String code) {
        var refused = open("fine-code", Map.of(field, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/" + field);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    @Test
    void foundsNothingWhenTheAdminCannotBeMade() {
        var code = "t" + System.nanoTime();
        var weak = Map.of("username", "admin", "displayName", "Admin", "password", "short");

        assertThat(open(code, Map.of("admin", weak)).statusCode()).isEqualTo(400);
        assertThat(open(code, Map.of()).statusCode()).isEqualTo(201);
    }

    private static Response open(String code, Map<String, ?> instead) {
        var body = new HashMap<String, Object>(Map.of(
                "code", code,
                "name", "Acme",
                "timeZone", "Asia/Shanghai",
                "currency", "CNY",
                "locale", "zh-CN",
                "admin", Map.of("username", "admin", "displayName", "Admin", "password", "a-long-password")));
        body.putAll(instead);
        return given().contentType(ContentType.JSON).body(body).post(Person.BASE + "/organisations");
    }
}
