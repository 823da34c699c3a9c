package io.huikuan.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeResourceTest {
    @Test
    void tellsWhoSignedIn() {
        var wang = Given.anOrganisation().salesperson("wang");

        var me = wang.gets("/me").then().statusCode(200).extract().jsonPath();

        assertThat(me.getString("username")).isEqualTo("wang");
        assertThat(me.getList("roles", String.class)).containsExactly("SALESPERSON");
    }

    @Test
    void letsNobodyWorkWithAPasswordThatSomebodyElseHasSet() {
        var organisation = Given.anOrganisation();
        organisation
                .admin()
                .creates(
                        "/users",
                        Map.of(
                                "username", "wang",
                                "displayName", "Wang",
                                "roles", List.of("SALESPERSON"),
                                "password", "set-by-admin"));
        String token = signIn(organisation.code(), "wang", "set-by-admin").path("accessToken");

        var refused = as(token).get(Person.BASE + "/customers");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("code")).isEqualTo("password-change-required");
        assertThat(as(token).get(Person.BASE + "/.well-known/jwks.json").statusCode())
                .as("what strangers may do")
                .isEqualTo(200);

        as(token)
                .body(Map.of("currentPassword", "set-by-admin", "newPassword", "chosen-by-wang"))
                .put(Person.BASE + "/me/password")
                .then()
                .statusCode(204);
        assertThat(as(token).get(Person.BASE + "/customers").statusCode()).isEqualTo(200);
        assertThat(signIn(organisation.code(), "wang", "set-by-admin").statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsTheOtherSessionsWhenThePasswordIsChanged() {
        var organisation = Given.anOrganisation();
        var here = organisation.salesperson("wang");
        var elsewhere = here.signsInAgain();
        var change = Map.of("currentPassword", here.credentials().get("password"), "newPassword", "chosen-by-wang");

        here.asks().body(change).put("/me/password").then().statusCode(204);

        assertThat(here.gets("/me").statusCode()).isEqualTo(200);
        assertThat(elsewhere.gets("/me").statusCode()).isEqualTo(401);
        var refresh = here.asks()
                .body(Map.of("refreshToken", elsewhere.refreshToken()))
                .post("/auth/refresh");
        assertThat(refresh.statusCode()).isEqualTo(401);
    }

    @Test
    void endsAllSessionsOfWhomAnAdminGivesAnotherPassword() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var admin = organisation.admin();

        var reset = admin.asks().body(Map.of("password", "set-by-admin"));
        reset.put("/users/" + wang.id() + "/password").then().statusCode(204);

        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
        assertThat(admin.gets("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionsOfWhoeverLeavesForGood() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var admin = organisation.admin();

        admin.patches("/users/" + wang.id(), Map.of("active", false));
        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
        admin.patches("/users/" + wang.id(), Map.of("active", true));

        assertThat(wang.gets("/me").statusCode()).as("after the return").isEqualTo(401);
        assertThat(wang.signsInAgain().gets("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void listsAndEndsOwnSessions() {
        var wang = Given.anOrganisation().salesperson("wang");
        var sessions =
                wang.gets("/me/sessions").then().statusCode(200).extract().jsonPath();

        assertThat(sessions.getList("items")).hasSize(1);
        assertThat(sessions.getBoolean("items[0].current")).isTrue();
        wang.asks()
                .delete("/me/sessions/" + sessions.getString("items[0].id"))
                .then()
                .statusCode(204);
        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Response signIn(String organisation, String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation, "username", username, "password", password))
                .post(Person.BASE + "/auth/token");
    }
}
