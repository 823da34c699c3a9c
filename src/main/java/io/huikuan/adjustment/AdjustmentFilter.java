package io.huikuan.adjustment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which adjustments a list shows; what is absent does not narrow it. */
public class AdjustmentFilter {
    @RestQuery
    @Nullable
    UUID customerId;

    @RestQuery
    @Nullable
    @Parameter(description = "PROPOSED: those that wait for a second person.")
    AdjustmentState state;
}
