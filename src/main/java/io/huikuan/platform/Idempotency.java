package io.huikuan.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes a POST safe to repeat. The key and the answer are written in the transaction of the work itself: after a crash
 * either both are there or neither is.
 */
@ApplicationScoped
public class Idempotency {
    /** The answer of a create, as far as a replay has to repeat it. */
    public record Answer<T>(T view, long version, String location) {}

    private final IdempotencyQueries queries;
    private final ObjectMapper mapper;
    private final Conditional conditional;

    Idempotency(IdempotencyQueries queries, ObjectMapper mapper, Conditional conditional) {
        this.queries = queries;
        this.mapper = mapper;
        this.conditional = conditional;
    }

    /**
     * Does {@code work} once per key. Failed work leaves no key behind, so a corrected request may use it again.
     *
     * @param key the {@code Idempotency-Key} header; without one the work is simply done
     * @param operation names the operation, for keys are only unique within one
     * @param request the body, whose fingerprint must be the same on a replay; without its secrets, for the fingerprint is a
     *     plain hash that could be searched for them
     * @throws IdempotencyKeyReused when the key came with another body before
     * @throws IdempotencyKeyInUse while a request with the same key is running
     */
    @Transactional
    public <T> RestResponse<T> once(
            Viewer viewer,
            @Nullable String key,
            String operation,
            Object request,
            Instant now,
            Class<T> type,
            Supplier<Answer<T>> work) {
        if (key == null || key.isBlank()) {
            return created(work.get(), false);
        }
        if (key.length() > 255) {
            throw InvalidRequest.field("/Idempotency-Key", "too-long", 255);
        }
        if (!queries.tryLock(lockOf(viewer, operation, key)).taken()) {
            throw new IdempotencyKeyInUse();
        }
        var fingerprint = fingerprint(request);
        var stored = queries.find(viewer.organisationId(), viewer.userId(), operation, key);
        if (!stored.isEmpty()) {
            return replay(stored.getFirst(), fingerprint, type);
        }
        var answer = work.get();
        queries.store(
                viewer.organisationId(),
                viewer.userId(),
                operation,
                key,
                fingerprint,
                write(answer.view()),
                answer.version(),
                answer.location(),
                now);
        return created(answer, false);
    }

    private <T> RestResponse<T> replay(IdempotencyQueries.Stored stored, String fingerprint, Class<T> type) {
        if (!stored.fingerprint().equals(fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        try {
            var view = mapper.readValue(stored.body(), type);
            return created(new Answer<>(view, stored.version(), stored.location()), true);
        } catch (JsonProcessingException outdated) {
            throw new IllegalStateException("a stored answer no longer fits its view", outdated);
        }
    }

    private <T> RestResponse<T> created(Answer<T> answer, boolean replayed) {
        var response = conditional.created(answer.location(), answer.version(), answer.view());
        if (replayed) {
            response.getHeaders().putSingle("Idempotency-Replayed", "true");
        }
        return response;
    }

    private static long lockOf(Viewer viewer, String operation, String key) {
        var text = viewer.organisationId() + "/" + viewer.userId() + "/" + operation + "/" + key;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private String fingerprint(Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(request).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
