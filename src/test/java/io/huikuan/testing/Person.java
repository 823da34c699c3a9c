package io.huikuan.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody signed in: asks the API as the phone app does. */
public record Person(Organisation organisation, UUID id, String username, String accessToken, String refreshToken) {
    public static final String BASE = "/api/v1";

    /** Signs in anew. */
    public static Person signIn(Organisation organisation, String username, String password) {
        var tokens = given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation.code(), "username", username, "password", password))
                .post(BASE + "/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Person(
                organisation,
                UUID.fromString(tokens.getString("user.id")),
                username,
                tokens.getString("accessToken"),
                tokens.getString("refreshToken"));
    }

    /** The same person in another session. */
    public Person signsInAgain() {
        return signIn(organisation, username, Organisation.PASSWORD);
    }

    /** What this person signs in with. */
    public Map<String, String> credentials() {
        return Map.of("organisation", organisation.code(), "username", username, "password", Organisation.PASSWORD);
    }

    /** A request of this person, to be completed by a method and a path below {@link #BASE}. */
    public RequestSpecification asks() {
        return given().basePath(BASE).auth().oauth2(accessToken).contentType(ContentType.JSON);
    }

    public Response gets(String path, Object... parameters) {
        return asks().get(path, parameters);
    }

    public Response posts(String path, Object body) {
        return asks().body(body).post(path);
    }

    /** Posts under this {@code Idempotency-Key}. */
    public Response postsOnce(String key, String path, Object body) {
        return asks().header("Idempotency-Key", key).body(body).post(path);
    }

    /** Changes what it has just read: reads the ETag first. */
    public Response patches(String path, Object body) {
        var etag = gets(path).header("ETag");
        return asks().header("If-Match", etag == null ? "*" : etag).body(body).patch(path);
    }

    /** Creates and returns the id. */
    public UUID creates(String path, Object body) {
        return UUID.fromString(
                posts(path, body).then().statusCode(201).extract().path("id"));
    }
}
