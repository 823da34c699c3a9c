package io.huikuan.preview;

import io.huikuan.platform.Conditional;
import io.huikuan.preview.StepTaking.Asked;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** How a step with something that is there already is asked for: who asks may say which version of it the decision rests on. */
public class VersionedAttempt extends Attempt {
    @RestHeader("If-Match")
    @Parameter(description = Conditional.WHERE_TOLD)
    @Nullable
    String ifMatch;

    /**
     * @param operation names it, for keys are only unique within one
     * @param request its fingerprint must be the same on a replay
     * @param customerIds whose money it moves; asked for on a dry run only
     * @param version locks what the step is taken with until the transaction ends, and tells its version; asked for with
     *     {@code If-Match} only, in the transaction of the step
     */
    public Asked at(String operation, Object request, Supplier<List<UUID>> customerIds, LongSupplier version) {
        return at(operation, request, customerIds).after(() -> Conditional.requireWhereTold(ifMatch, version));
    }
}
