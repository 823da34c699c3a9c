package io.huikuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

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

    /** The items of one page. */
    public static <T> List<T> items(Class<T> type, Response page) {
        try (var mapper = Arc.container().instance(ObjectMapper.class)) {
            var items = new ArrayList<T>();
            for (var item : mapper.get().readTree(page.asString()).get("items")) {
                items.add(mapper.get().treeToValue(item, type));
            }
            return items;
        } catch (JsonProcessingException other) {
            throw new AssertionError("no page of " + type.getSimpleName() + ": " + page.asString(), other);
        }
    }
}
