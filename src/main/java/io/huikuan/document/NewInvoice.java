package io.huikuan.document;

import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invoice to file; its number names it among those of the customer. */
@Schema(name = "NewInvoice")
public record NewInvoice(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @Nullable @Schema(description = "A contract of the same customer.")
        UUID contractId,

        @NotBlank @Size(max = 64) @Schema(required = true, example = "INV-2026-0117")
        String number,

        @NotNull @Schema(required = true, example = "2026-10-23")
        LocalDate issuedOn,

        @NotNull @Schema(required = true) Money amount) {}
