package io.huikuan.preview;

import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes a step with money once per key, or, on a dry run, only tells what it would change. */
@ApplicationScoped
public class StepTaking {
    public static final String DRY_RUN = "Change nothing, and answer what would change.";
    public static final String DRY_RUN_ANSWER = "With dryRun: what would change.";

    private final EffectPreview preview;
    private final Idempotency idempotency;

    StepTaking(EffectPreview preview, Idempotency idempotency) {
        this.preview = preview;
        this.idempotency = idempotency;
    }

    /**
     * A step as it is asked for.
     *
     * @param key the {@code Idempotency-Key} header; a dry run does not use it up
     * @param operation names it, for keys are only unique within one
     * @param request its fingerprint must be the same on a replay
     * @param customerId whose money it moves; asked for on a dry run only
     */
    public record Asked(
            boolean dryRun, @Nullable String key, String operation, Object request, Supplier<UUID> customerId) {}

    /** 201 with the answer of the step, or 200 with an {@link EffectView}. */
    public <T> RestResponse<?> take(
            Viewer viewer, Asked asked, Instant now, Class<T> type, Supplier<Idempotency.Answer<T>> step) {
        return asked.dryRun()
                ? RestResponse.ok(
                        preview.of(viewer, asked.customerId().get(), () -> Objects.requireNonNull(step.get()), now))
                : idempotency.once(viewer, asked.key(), asked.operation(), asked.request(), now, type, step);
    }
}
