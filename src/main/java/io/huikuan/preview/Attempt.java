package io.huikuan.preview;

import io.huikuan.preview.StepTaking.Asked;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a step with money is asked for: to be taken once per key, or only to be shown. */
public class Attempt {
    @RestHeader("Idempotency-Key")
    @Nullable
    String idempotencyKey;

    @RestQuery
    @Parameter(
            description =
                    "Change nothing, and answer 200 with an `EffectPreview`: what would change. Refused is what the step itself would be refused.")
    boolean dryRun;

    /**
     * @param operation names it, for keys are only unique within one
     * @param request its fingerprint must be the same on a replay
     * @param customerIds whose money it moves; asked for on a dry run only
     */
    public Asked at(String operation, Object request, Supplier<List<UUID>> customerIds) {
        return new Asked(dryRun, idempotencyKey, operation, request, customerIds, () -> {});
    }
}
