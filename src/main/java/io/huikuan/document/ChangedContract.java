package io.huikuan.document;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a contract may change after it was filed; what is absent stays. */
@Schema(name = "ChangedContract")
public record ChangedContract(
        @Nullable @Size(max = 64) @Pattern(regexp = ".*\\S.*") @Schema(example = "HT-2026-0042")
        String number,

        @Nullable @Size(max = 200) @Schema(example = "年度供货合同")
        String title,

        @Nullable @Schema(example = "2026-01-15") LocalDate signedOn,

        @Nullable @Schema(example = "2026-12-31", description = "The last day that it is in force.")
        LocalDate expiresOn) {}
