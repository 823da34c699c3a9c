package io.huikuan.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose customers are to be whose, and why. */
@Schema(name = "NewHandOver")
public record NewHandOver(
        @NotNull @Schema(required = true, description = "Whose customers they are; may have left already.")
        UUID fromId,

        @NotNull @Schema(required = true, description = "Whose they are to be; active.")
        UUID toId,

        @Nullable @Size(min = 1, max = 10_000) @Schema(description = "Some of the customers; all where absent.")
        List<@NotNull UUID> customerIds,

        @NotBlank @Size(max = 200) @Schema(required = true, example = "王伟离职")
        String reason) {
    /** Empty where all are meant. */
    Optional<List<UUID>> chosen() {
        return Optional.ofNullable(customerIds);
    }
}
