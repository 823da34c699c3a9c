import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The product's API as one signed-in person, or as nobody yet. Whatever is not a success stops the measurement. */
final class Api implements AutoCloseable {

    static final String PASSWORD = "bench-password-2026";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String bearer;

    private Api(URI base, String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    static Api as(Product product, String organisation, String username) throws IOException, InterruptedException {
        return new Api(product.address(), token(product, organisation, username));
    }

    /** An access token. */
    static String token(Product product, String organisation, String username) throws IOException, InterruptedException {
        try (var nobody = new Api(product.address(), "")) {
            var answer = nobody.post(
                    "/api/v1/auth/token",
                    Map.of("organisation", organisation, "username", username, "password", PASSWORD));
            return answer.body().get("accessToken").asText();
        }
    }

    /** Founds an organisation with an administrator of the name admin. */
    static void found(Product product, String code, String operatorToken) throws IOException, InterruptedException {
        found(product, code, operatorToken, "Asia/Shanghai");
    }

    static void found(Product product, String code, String operatorToken, String timeZone)
            throws IOException, InterruptedException {
        try (var nobody = new Api(product.address(), "")) {
            var wanted = Map.of(
                    "code", code,
                    "name", "Bench " + code,
                    "timeZone", timeZone,
                    "currency", "CNY",
                    "locale", "zh-CN",
                    "admin", Map.of("username", "admin", "displayName", "Admin", "password", PASSWORD));
            nobody.answer(nobody.request("/api/v1/organisations")
                    .header("Content-Type", "application/json")
                    .header("Huikuan-Operator-Token", operatorToken)
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted))));
        }
    }

    /** A status of 2xx, what came with it and where it points to. */
    record Answer(JsonNode body, String location) {}

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET()).body();
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    Answer post(String path, String contentType, BodyPublisher body) throws IOException, InterruptedException {
        return answer(request(path).header("Content-Type", contentType).POST(body));
    }

    /** Asks until {@code state} is no longer RUNNING. */
    JsonNode await(String path) throws IOException, InterruptedException {
        var answer = get(path);
        while (answer.get("state").asText().equals("RUNNING")) {
            Thread.sleep(100); // each look costs the product a request
            answer = get(path);
        }
        if (!answer.get("state").asText().equals("DONE")) {
            throw new IOException(path + " ended as " + answer);
        }
        return answer;
    }

    /** Whatever is there already. */
    void put(String path, Object body) throws IOException, InterruptedException {
        answer(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(15));
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private Answer answer(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s %s: %d %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        }
        var body = response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
        return new Answer(body, response.headers().firstValue("Location").orElse(""));
    }

    @Override
    public void close() {
        client.close();
    }
}
