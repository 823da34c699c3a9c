package io.huikuan.promise;

import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promise to take down. */
@Schema(name = "NewPromise")
public record NewPromise(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,
        @NotNull @Schema(required = true) Money amount,

        @NotNull
        @Schema(
                required = true,
                description = "By when it is to be paid: today at the earliest, and at most 184 days away.",
                example = "2026-11-27")
        LocalDate dueOn,

        @Nullable @Schema(description = "Who promised; one of the customer's people.")
        UUID contactId,

        @Nullable
        @Size(max = 200)
        @Schema(
                description = "Who promised, in words; needed where there is no contact.",
                example = "Ms Chen, accounting")
        String promisedBy,

        @NotInExample
        @Nullable
        @Size(min = 1, max = 200)
        @Schema(description = "What of it is for which receivable; oldest due first where absent.")
        List<@NotNull @Valid Share> receivables,

        @Nullable @Size(max = 2000) @Schema(example = "after their own customer has paid")
        String note) {

    @Schema(name = "PromisedShare")
    public record Share(
            @NotNull @Schema(required = true) UUID receivableId,
            @NotNull @Schema(required = true) Money amount) {}
}
