package io.huikuan.handover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much changes hands. */
@Schema(name = "HandOverEffect")
public record HandOverEffect(
        @Schema(required = true, example = "25") long customers,

        @Schema(required = true, description = "Of these customers, what is not paid.", example = "61")
        long openReceivables,

        @Schema(
                required = true,
                description = "Of these customers, what the former owner still had to do.",
                example = "9")
        long openFollowUps) {}
