package io.huikuan.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Customers that were handed over together. */
@Schema(name = "HandOver")
public record HandOverView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID fromId,
        @Schema(required = true, example = "王伟") String fromName,
        @Schema(required = true) UUID toId,
        @Schema(required = true, example = "陈静") String toName,
        @Schema(required = true, example = "王伟离职") String reason,

        @Schema(required = true, example = "2026-11-22", description = "From this day on they are the new owner's.")
        LocalDate day,

        @Schema(required = true, example = "25") long customers,
        @Schema(required = true, example = "61") long openReceivables,
        @Schema(required = true, example = "9") long openFollowUps,
        @Schema(required = true) UUID madeBy,
        @Schema(required = true) Instant madeAt) {}
