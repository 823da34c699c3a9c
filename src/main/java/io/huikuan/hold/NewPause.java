package io.huikuan.hold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pause to agree on. */
@Schema(name = "NewPause")
public record NewPause(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @Nullable
        @Schema(description = "One of the customer's. Where absent, whatever of the customer is open, or will be.")
        UUID receivableId,

        @NotNull @Schema(required = true) PauseKind kind,

        @Nullable
        @Schema(
                description = "The last day of it, at most 184 days away; may be absent of LEGAL.",
                example = "2026-12-15")
        LocalDate heldUntil,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "waits for the spare part")
        String reason) {}
