package io.huikuan.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Person;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A file on its way in, as a client sends it. */
final class SentFile {
    /** Longer than any import of a test takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SentFile() {}

    static Response send(Person sender, String file, String spec) {
        return send(sender, file.getBytes(StandardCharsets.UTF_8), spec);
    }

    static Response send(Person sender, byte[] file, String spec) {
        return request(sender)
                .multiPart("file", "file.csv", file, "text/csv")
                .multiPart(part("spec", spec))
                .post(Person.BASE + "/imports");
    }

    /** A part of text; without a charset of its own RestAssured would write it in ASCII. */
    static MultiPartSpecification part(String name, String text) {
        return new MultiPartSpecBuilder(text)
                .controlName(name)
                .mimeType("application/json")
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    /** A multipart request, still without its parts. */
    static RequestSpecification request(Person sender) {
        return given().auth().oauth2(sender.accessToken()).contentType(ContentType.MULTIPART);
    }

    /** Sends the file and waits until it is done with. */
    static JsonPath imported(Person sender, String file, String spec) {
        return imported(sender, file.getBytes(StandardCharsets.UTF_8), spec);
    }

    static JsonPath imported(Person sender, byte[] file, String spec) {
        return awaited(sender, accepted(send(sender, file, spec)));
    }

    static UUID accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        UUID id = UUID.fromString(answer.path("id"));
        assertThat(answer.header("Location")).isEqualTo(Person.BASE + "/imports/" + id);
        return id;
    }

    static JsonPath awaited(Person sender, UUID id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = sender.gets("/imports/" + id);
            assertThat(answer.statusCode()).isEqualTo(200);
            if (!answer.path("state").equals("RUNNING")) {
                return answer.jsonPath();
            }
            assertThat(System.nanoTime())
                    .as("still running: %s", answer.asString())
                    .isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static void assertCounts(JsonPath done, long accepted, long unchanged, long refused) {
        assertThat(List.of(
                        done.getString("state"),
                        done.getLong("rowsRead"),
                        done.getLong("rowsAccepted"),
                        done.getLong("rowsUnchanged"),
                        done.getLong("rowsRefused")))
                .as(done.prettify())
                .containsExactly("DONE", accepted + unchanged + refused, accepted, unchanged, refused);
    }

    /** The refused rows as {@code line column code}. */
    static List<String> problems(JsonPath done) {
        return done.<Map<String, Object>>getList("problems").stream()
                .map(problem -> problem.get("line") + " " + problem.get("column") + " " + problem.get("code"))
                .toList();
    }
}
