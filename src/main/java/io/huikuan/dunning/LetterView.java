package io.huikuan.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter that reminds a customer. */
@Schema(name = "DunningLetter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(required = true, description = "Whom it goes to.")
        UUID contactId,

        @Schema(required = true, example = "陈静") String contactName,
        @Schema(required = true) LetterState state,

        @Schema(required = true, description = "The day on which it was made.", example = "2026-11-23")
        LocalDate businessDate,

        @Nullable
        @Schema(
                description = "The last day on which it can be approved; absent where nobody has to.",
                example = "2026-11-26")
        LocalDate expiresOn,

        @Schema(required = true, description = "What it asks for, by due date.")
        List<Item> items,

        @Schema(required = true) Instant madeAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,

        @NotInExample @Nullable @Schema(description = "Why it was refused.", example = "客户经理正在拜访")
        String reason,

        @Nullable @Schema(description = "When it was sent, or came to another end by itself.")
        Instant endedAt,

        @NotInExample @Nullable @Schema(description = "Why it has not gone out.")
        LetterEnd because,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    /** A receivable whose step was due. */
    @Schema(name = "DunningLetterItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(required = true) UUID receivableId,
            @Schema(required = true, example = "INV-7781") String number,
            @Schema(required = true, example = "2026-11-20") LocalDate dueOn,
            @Schema(required = true) UUID policyId,
            @Schema(required = true, example = "1") int policyVersion,

            @Schema(required = true, description = "The step, in days from the due date.", example = "3")
            int offsetDays,

            @Schema(required = true, description = "The how-manieth sending of the step, from 1.", example = "1")
            int occurrence,

            @Schema(required = true, description = "When the letter was made.")
            Money open,

            @Nullable @Schema(description = "What the letter asked for when it went out; absent where it was left out.")
            Money asked) {
        static Item of(LetterQueries.Item row) {
            return new Item(
                    row.receivableId(),
                    row.number(),
                    row.dueOn(),
                    row.policyId(),
                    row.policyVersion(),
                    row.offsetDays(),
                    row.occurrence(),
                    Money.of(row.openAmount(), row.currency()),
                    row.askedAmount() == null ? null : Money.of(row.askedAmount(), row.currency()));
        }
    }

    static LetterView of(LetterQueries.Row row, List<LetterQueries.Item> items) {
        return new LetterView(
                row.id(),
                row.customerId(),
                row.customerName(),
                row.contactId(),
                row.contactName(),
                LetterState.valueOf(row.state()),
                row.businessDate(),
                row.expiresOn(),
                items.stream().map(Item::of).toList(),
                row.madeAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.reason(),
                row.endedAt(),
                row.because() == null ? null : LetterEnd.valueOf(row.because()),
                row.version());
    }
}
