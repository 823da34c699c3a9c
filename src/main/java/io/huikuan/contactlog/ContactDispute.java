package io.huikuan.contactlog;

import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.NewDispute;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was contested in a contact: of its receivable, or of another one of its customer. */
@Schema(name = "ContactDispute")
record ContactDispute(
        @Nullable @Schema(description = "The contact's receivable where absent.")
        UUID receivableId,

        @Nullable @Schema(description = "The contested part of what is open; all of it where absent.")
        Money amount,

        @NotNull @Schema(required = true) DisputeReason reason,

        @NotBlank @Size(max = 2000) @Schema(required = true, example = "three of ten pumps leak")
        String words,

        @Nullable @Schema(description = "Who has to clear it up; the caller where absent.")
        UUID handlerId,

        @NotNull @Schema(required = true, example = "2026-12-04")
        LocalDate dueOn) {
    NewDispute of(UUID customerId, @Nullable UUID contactsReceivable) {
        var about = receivableId == null ? contactsReceivable : receivableId;
        if (about == null) {
            throw InvalidRequest.field("/dispute/receivableId", "required");
        }
        return new NewDispute(null, customerId, about, amount, reason, words, handlerId, dueOn);
    }
}
