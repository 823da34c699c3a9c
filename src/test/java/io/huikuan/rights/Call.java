package io.huikuan.rights;

import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid request, but for the question of who may make it. */
record Call(Method method, String path, @Nullable Object body) {
    static Call get(String path) {
        return new Call(Method.GET, path, null);
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
        var request = body == null ? asking : asking.body(body);
        // The question is who may change it, not which version they saw.
        return (method == Method.PATCH || method == Method.PUT ? request.header("If-Match", "*") : request)
                .request(method, path);
    }
}
