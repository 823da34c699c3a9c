package io.huikuan.rights;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid request, but for the question of who may make it. */
record Call(Method method, String path, @Nullable Object body) {
    private record Upload(String csv, String spec) {}

    static Call get(String path) {
        return new Call(Method.GET, path, null);
    }

    /** A CSV file with what it means. */
    static Call upload(String path, String csv, String spec) {
        return new Call(Method.POST, path, new Upload(csv, spec));
    }

    static Call delete(String path) {
        return new Call(Method.DELETE, path, null);
    }

    static Call post(String path, Map<String, ?> body) {
        return new Call(Method.POST, path, body);
    }

    static Call post(String path) {
        return new Call(Method.POST, path, null);
    }

    static Call put(String path, Map<String, ?> body) {
        return new Call(Method.PUT, path, body);
    }

    static Call patch(String path, Map<String, ?> body) {
        return new Call(Method.PATCH, path, body);
    }

    Response send(RequestSpecification asking) {
        var request = switch (body) {
            case null -> asking;
            case Upload upload ->
                asking.contentType(ContentType.MULTIPART)
                        .multiPart("file", "file.csv", upload.csv().getBytes(StandardCharsets.UTF_8), "text/csv")
                        .multiPart("spec", upload.spec(), "application/json");
            default -> asking.body(body);
        };
        // The question is who may change it, not which version they saw.
        return (method == Method.GET || method == Method.DELETE ? request : request.header("If-Match", "*"))
                .request(method, path);
    }
}
