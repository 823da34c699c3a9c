package io.huikuan.receivable;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a receivable may change after it was billed; what is absent stays. */
@Schema(name = "ChangedReceivable")
public record ChangedReceivable(
        @Nullable @Schema(description = "A new due date; reminders start anew from it.", example = "2026-12-15")
        LocalDate dueOn,

        @Nullable
        @Size(max = 500)
        @Schema(description = "Why it is due on another day.", example = "agreed on the phone")
        String reason,

        @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
        String note) {}
