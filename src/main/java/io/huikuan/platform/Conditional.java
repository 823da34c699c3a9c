package io.huikuan.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Conditional requests: strong ETags made of the row's version. */
@ApplicationScoped
public class Conditional {
    /** What {@code If-Match} is for where it may be left out. */
    public static final String WHERE_TOLD =
            "The ETag of the version that the decision rests on: where it is another one by now, the answer is 412 and nothing is done. "
                    + "Where absent, the present one is taken.";

    private final ObjectMapper mapper;

    Conditional(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The view with its ETag, or 304 where the client has it already. */
    public <T> RestResponse<T> answer(HttpHeaders headers, long version, T view) {
        var etag = etag(version);
        if (names(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
            return RestResponse.ResponseBuilder.<T>notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .build();
        }
        return changed(version, view);
    }

    /** The view with its ETag after a change. */
    public <T> RestResponse<T> changed(long version, T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /** 201 with the view, its ETag and its place. */
    public <T> RestResponse<T> created(String location, long version, T view) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /**
     * Lets a change pass only when it is based on the present version.
     *
     * @param change the request body, compared with {@code current} field by field when the version is stale
     * @throws PreconditionRequired without {@code If-Match}
     * @throws StaleVersion when the row has changed since
     */
    public void require(@Nullable String ifMatch, long version, Object change, Supplier<?> current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        if (!names(ifMatch, etag(version))) {
            throw new StaleVersion(etag(version), differences(change, current.get()));
        }
    }

    /**
     * Lets a step pass unless it is based on another version than the present one. What a step needs is checked by the step itself, so
     * that, unlike a change, it may come without {@code If-Match}.
     *
     * @param version asked for with {@code If-Match} only
     * @throws StaleVersion when the row has changed since
     */
    public static void requireWhereTold(@Nullable String ifMatch, LongSupplier version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        var present = etag(version.getAsLong());
        if (!names(ifMatch, present)) {
            throw new StaleVersion(present, List.of());
        }
    }

    private List<Problem.Fault> differences(Object change, Object current) {
        JsonNode wanted = mapper.valueToTree(change);
        JsonNode present = mapper.valueToTree(current);
        var faults = new ArrayList<Problem.Fault>();
        wanted.properties().forEach(field -> {
            var value = present.get(field.getKey());
            if (!field.getValue().isNull() && value != null && !value.equals(field.getValue())) {
                var text = value.isValueNode() ? value.asText() : value.toString();
                faults.add(new Problem.Fault("/" + field.getKey(), "value-differs", List.of(text)));
            }
        });
        return faults;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static boolean names(@Nullable String header, String etag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::trim)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }
}
