package io.huikuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;

/** Reads answers as the records that the product writes. */
public final class Answers {
    private Answers() {}

    public static <T> T as(Class<T> type, Response response) {
        try (var mapper = Arc.container().instance(ObjectMapper.class)) {
            return mapper.get().readValue(response.asString(), type);
        } catch (JsonProcessingException other) {
            throw new AssertionError("no " + type.getSimpleName() + ": " + response.asString(), other);
        }
    }
}
