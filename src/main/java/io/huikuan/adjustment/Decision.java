package io.huikuan.adjustment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What finance says to an adjustment, whatever its kind. */
public sealed interface Decision {
    @Schema(name = "Approval")
    record Approval(
            @Nullable @Size(max = 500) @Schema(example = "Seen the goods come back")
            String note) implements Decision {}

    @Schema(name = "Refusal")
    record Refusal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "The customer still trades")
            String reason) implements Decision {}

    @Schema(name = "AdjustmentReversal")
    record Reversal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "The liquidator pays after all")
            String reason,

            @Nullable
            @Schema(
                    example = "2026-11-21",
                    description = "From when on it counts as gone; today where absent, never in the future.")
            LocalDate effectiveOn)
            implements Decision {}
}
