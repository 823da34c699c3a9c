package io.huikuan.dispute;

import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dispute to raise. */
@Schema(name = "NewDispute")
public record NewDispute(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @NotNull @Schema(required = true, description = "One of the customer's, on which something is open.")
        UUID receivableId,

        @Nullable @Schema(description = "The contested part of what is open; all of it where absent.")
        Money amount,

        @NotNull @Schema(required = true) DisputeReason reason,

        @NotBlank @Size(max = 2000) @Schema(required = true, example = "three of ten pumps leak")
        String words,

        @Nullable @Schema(description = "Who has to clear it up; the caller where absent.")
        UUID handlerId,

        @NotNull
        @Schema(
                required = true,
                description = "By when: today at the earliest, and at most 184 days away.",
                example = "2026-12-04")
        LocalDate dueOn) {}
