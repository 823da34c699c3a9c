package io.huikuan.document;

import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contract to file; its number names it among those of the customer. */
@Schema(name = "NewContract")
public record NewContract(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @NotBlank @Size(max = 64) @Schema(required = true, example = "HT-2026-0042")
        String number,

        @Nullable @Size(max = 200) @Schema(example = "年度供货合同")
        String title,

        @NotNull @Schema(required = true, example = "2026-01-15")
        LocalDate signedOn,

        @Nullable @Schema(example = "2026-12-31", description = "The last day that it is in force.")
        LocalDate expiresOn,

        @NotNull @Schema(required = true) Money amount) {}
