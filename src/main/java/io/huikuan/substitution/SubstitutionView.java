package io.huikuan.substitution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.NotInExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom, and when. */
@Schema(name = "Substitution")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubstitutionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID absentId,
        @Schema(required = true, example = "王伟") String absentName,
        @Schema(required = true) UUID substituteId,
        @Schema(required = true, example = "陈静") String substituteName,
        @Schema(required = true, example = "2099-02-11") LocalDate from,

        @Schema(required = true, description = "The last day.", example = "2099-02-24")
        LocalDate to,

        @Schema(required = true, example = "年假") String reason,
        @Schema(required = true) UUID createdBy,
        @Schema(required = true) Instant createdAt,

        @NotInExample
        @Nullable
        @Schema(description = "Where somebody ended it before its last day: since then it counts no more.")
        Instant endedAt) {}
