package io.huikuan.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserResourceTest {
    @Test
    void takesAwayARoleWithTheNextRequest() {
        var organisation = Given.anOrganisation();
        var zhao = organisation.finance();
        assertThat(zhao.gets("/users").statusCode()).isEqualTo(200);

        organisation.admin().patches("/users/" + zhao.id(), Map.of("roles", List.of("SALESPERSON")));

        assertThat(zhao.gets("/users").statusCode()).isEqualTo(403);
    }

    @Test
    void shutsOutAPersonWhoHasLeftAtOnce() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");

        organisation
                .admin()
                .patches("/users/" + wang.id(), Map.of("active", false))
                .then()
                .statusCode(200);

        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void listsColleaguesByNamePageByPage() {
        var organisation = Given.anOrganisation();
        organisation.salesperson("wang");
        organisation.salesperson("chen");
        var admin = organisation.admin();

        var first =
                admin.gets("/users?limit=2").then().statusCode(200).extract().jsonPath();
        List<String> rest = admin.asks()
                .queryParam("cursor", first.getString("nextCursor"))
                .get("/users")
                .path("items.username");

        assertThat(first.getList("items.username", String.class)).containsExactly("admin", "chen");
        assertThat(rest).containsExactly("wang");
    }

    @Test
    void refusesAUserNameThatIsTaken() {
        var organisation = Given.anOrganisation();
        organisation.salesperson("wang");

        var refused = organisation
                .admin()
                .posts(
                        "/users",
                        Map.of(
                                "username", "wang",
                                "displayName", "Another",
                                "roles", List.of("FINANCE"),
                                "password", "a-long-password"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/username");
    }

    @Test
    void makesAPersonChooseAnotherPasswordAfterAReset() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");

        organisation
                .admin()
                .asks()
                .body(Map.of("password", "set-by-admin"))
                .put("/users/" + wang.id() + "/password")
                .then()
                .statusCode(204);

        var again = Person.signIn(wang.organisation(), "wang", "set-by-admin");
        assertThat(again.gets("/customers").<String>path("code")).isEqualTo("password-change-required");
    }

    @Test
    void letsAPersonInOnceAndKeepsNothingToTryPasswordsAgainst() {
        var organisation = Given.anOrganisation();
        var admin = organisation.admin();

        var first = admin.postsOnce("k", "/users", wanted("Wang", "the-first-password"));
        var retry = admin.postsOnce("k", "/users", wanted("Wang", "the-first-password"));
        var otherPassword = admin.postsOnce("k", "/users", wanted("Wang", "another-password"));
        var otherName = admin.postsOnce("k", "/users", wanted("Chen", "the-first-password"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.asString()).isEqualTo(first.asString()).doesNotContain("password\"");
        // Were the password in the fingerprint, this one would be a key used for something else.
        assertThat(otherPassword.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(otherName.statusCode()).isEqualTo(422);
        assertThat(admin.gets("/users").<List<String>>path("items.username")).containsExactly("admin", "wang");
        assertThat(Person.signIn(organisation, "wang", "the-first-password")
                        .id()
                        .toString())
                .isEqualTo(first.path("id"));
    }

    private static Map<String, Object> wanted(String displayName, String password) {
        return Map.of(
                "username",
                "wang",
                "displayName",
                displayName,
                "roles",
                List.of("SALESPERSON", "FINANCE"),
                "password",
                password);
    }
}
