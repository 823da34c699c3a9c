package io.huikuan.policy;

import io.huikuan.rules.ReminderPolicy;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy as it is followed now. */
@Schema(name = "ReminderPolicy")
public record PolicyView(
        @Schema(required = true) UUID id,
        @Schema(required = true, example = "重点客户") String name,

        @Schema(required = true, example = "3", description = "Counts what was written, from 1; decisions name it.")
        int policyVersion,

        @Schema(required = true) LadderView ladder,
        @Schema(required = true) Instant writtenAt,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static PolicyView of(PolicyQueries.Row row, ReminderPolicy policy) {
        return new PolicyView(
                row.id(), row.name(), row.number(), LadderView.of(policy), row.writtenAt(), row.version());
    }
}
