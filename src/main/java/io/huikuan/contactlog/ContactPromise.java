package io.huikuan.contactlog;

import io.huikuan.platform.NotInExample;
import io.huikuan.promise.NewPromise;
import io.huikuan.promise.NewPromise.Share;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was promised in a contact: of its customer, by its person, and for its receivable where it names one. */
@Schema(name = "ContactPromise")
record ContactPromise(
        @NotNull @Schema(required = true) Money amount,

        @NotNull @Schema(required = true, example = "2026-11-27")
        LocalDate dueOn,

        @Nullable
        @Size(max = 200)
        @Schema(
                description = "Who promised, where the contact names none of the customer's people.",
                example = "Ms Chen")
        String promisedBy,

        @NotInExample
        @Nullable
        @Size(min = 1, max = 200)
        @Schema(description = "Where absent, all of it is for the contact's receivable; without one, oldest due first.")
        List<@NotNull @Valid Share> receivables,

        @Nullable @Size(max = 2000) @Schema(example = "after their own customer has paid")
        String note) {
    NewPromise of(UUID customerId, @Nullable UUID receivableId, @Nullable UUID contactId) {
        var shares =
                receivables == null && receivableId != null ? List.of(new Share(receivableId, amount)) : receivables;
        return new NewPromise(null, customerId, amount, dueOn, contactId, promisedBy, shares, note);
    }
}
