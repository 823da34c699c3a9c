package io.huikuan.preview;

import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes a step with money once per key, or, on a dry run, only tells what it would change. */
@ApplicationScoped
public class StepTaking {
    private final EffectPreview preview;
    private final Idempotency idempotency;

    StepTaking(EffectPreview preview, Idempotency idempotency) {
        this.preview = preview;
        this.idempotency = idempotency;
    }

    /**
     * A step as it is asked for; see {@link Attempt#at}.
     *
     * @param check comes before the step, in its transaction, and may refuse it
     */
    public record Asked(
            boolean dryRun,
            @Nullable String key,
            String operation,
            Object request,
            Supplier<List<UUID>> customerIds,
            Runnable check) {
        Asked after(Runnable precondition) {
            return new Asked(dryRun, key, operation, request, customerIds, precondition);
        }
    }

    /**
     * @return 201 with the answer of the step, which the type stands for, as in the API's description; on a dry run 200, and an {@link
     *     EffectView} instead
     */
    public <T> RestResponse<T> take(
            Viewer viewer, Asked asked, Instant now, Class<T> type, Supplier<Idempotency.Answer<T>> step) {
        return take(viewer, asked, now, type, step, _ -> {});
    }

    /**
     * Takes a step that changes nothing until others agree: a dry run tells what it comes to once they do.
     *
     * @param consent what they would do then; on a dry run only, in the transaction that is undone
     */
    public <T> RestResponse<T> take(
            Viewer viewer,
            Asked asked,
            Instant now,
            Class<T> type,
            Supplier<Idempotency.Answer<T>> step,
            Consumer<T> consent) {
        Supplier<Idempotency.Answer<T>> checked = () -> {
            asked.check().run();
            return step.get();
        };
        return asked.dryRun()
                ? shown(preview.of(
                        viewer,
                        asked.customerIds(),
                        () -> consent.accept(checked.get().view()),
                        now))
                : idempotency.once(viewer, asked.key(), asked.operation(), asked.request(), now, type, checked);
    }

    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> shown(EffectView effects) {
        return (RestResponse<T>) RestResponse.ok(effects);
    }
}
