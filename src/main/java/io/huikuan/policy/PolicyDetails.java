package io.huikuan.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy as it is to be; its name means it alone. */
@Schema(name = "NewReminderPolicy")
public record PolicyDetails(
        @Nullable @Schema(description = "For a new policy only.")
        UUID id,

        @NotBlank @Size(max = 120) @Schema(required = true, example = "重点客户")
        String name,

        @NotNull @Valid @Schema(required = true) WantedLadder ladder) {}
