package io.huikuan.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthResourceTest {
    @Inject
    EntityManager database;

    @Test
    void answersAlikeWhateverOfTheCredentialsIsWrong() {
        var organisation = Given.anOrganisation();
        var answers = List.of(
                signIn(organisation.code(), "admin", "not the password"),
                signIn(organisation.code(), "nobody", "not the password"),
                signIn("no-such-company", "admin", "not the password"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.<String>path("code")).isEqualTo("credentials-wrong");
        });
    }

    @Test
    void slowsDownGuessingOfOneAccountAndSaysHowLongToWait() {
        var organisation = Given.anOrganisation();
        Response answer = signIn(organisation.code(), "admin", "wrong");
        for (int attempt = 0; attempt < 20 && answer.statusCode() == 401; attempt++) {
            answer = signIn(organisation.code(), "admin", "wrong");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit")).matches("\"account\";r=0;t=\\d+");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"account\";q=8;w=240");
    }

    @Test
    void slowsDownGuessingThePasswordOfAnUnlockedPhone() {
        var wang = Given.anOrganisation().salesperson("wang");
        var guess = Map.of("currentPassword", "wrong", "newPassword", "a-password-of-my-own");

        for (int attempt = 0; attempt < 8; attempt++) {
            wang.asks().body(guess).put("/me/password").then().statusCode(400);
        }

        assertThat(wang.asks().body(guess).put("/me/password").statusCode()).isEqualTo(429);
    }

    @Test
    void carriesNoSessionOnThatIsBeingEnded() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        try (var phone = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            revokeSessionsOf(wang);
            var refreshing = phone.submit(() -> refresh(wang.refreshToken()));
            while (!somebodyWaitsForMe() && !refreshing.isDone()) {
                Thread.sleep(20);
            }
            QuarkusTransaction.commit();

            assertThat(refreshing.get().statusCode()).isEqualTo(401);
        }
        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
    }

    /** As an admin's reset of the password does, which has not come to its end. */
    private void revokeSessionsOf(Person person) {
        int revoked = database.createNativeQuery("""
                        update session set revoked_at = now(), revoked_because = 'test'
                        where organisation_id = ?1 and user_id = ?2""")
                .setParameter(1, person.organisation().id())
                .setParameter(2, person.id())
                .executeUpdate();
        assertThat(revoked).isEqualTo(1);
    }

    private boolean somebodyWaitsForMe() {
        return (boolean) database.createNativeQuery(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .getSingleResult();
    }

    @Test
    void repeatsTheSuccessorWhenTheAnswerWasLost() {
        var wang = Given.anOrganisation().salesperson("wang");

        var first = refresh(wang.refreshToken());
        var again = refresh(wang.refreshToken());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("refreshToken")).isEqualTo(first.path("refreshToken"));
    }

    @Test
    void endsTheSessionWhenAnOldTokenIsShownAfterItsSuccessorWasUsed() {
        var wang = Given.anOrganisation().salesperson("wang");
        String second = refresh(wang.refreshToken()).path("refreshToken");
        String third = refresh(second).path("refreshToken");

        var stolen = refresh(wang.refreshToken());

        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(stolen.<String>path("code")).isEqualTo("session-ended");
        assertThat(refresh(third).statusCode()).isEqualTo(401);
        assertThat(wang.gets("/me").statusCode())
                .as("the access token, at once")
                .isEqualTo(401);
    }

    @Test
    void signsOutWithTheRefreshTokenAlone() {
        var wang = Given.anOrganisation().salesperson("wang");

        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", wang.refreshToken()))
                .post(Person.BASE + "/auth/logout")
                .then()
                .statusCode(204);

        assertThat(refresh(wang.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
    }

    private static Response signIn(String organisation, String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation, "username", username, "password", password))
                .post(Person.BASE + "/auth/token");
    }

    private static Response refresh(String refreshToken) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refreshToken))
                .post(Person.BASE + "/auth/refresh");
    }
}
