package io.huikuan.document;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of an invoice may change after it was filed; what is absent stays. */
@Schema(name = "ChangedInvoice")
public record ChangedInvoice(
        @Nullable @Schema(description = "A contract of the same customer.")
        UUID contractId,

        @Nullable @Size(max = 64) @Pattern(regexp = ".*\\S.*") @Schema(example = "INV-2026-0117")
        String number,

        @Nullable @Schema(example = "2026-10-23") LocalDate issuedOn) {}
