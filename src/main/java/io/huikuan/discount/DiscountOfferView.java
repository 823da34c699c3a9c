package io.huikuan.discount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DiscountOffer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiscountOfferView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID receivableId,

        @Nullable
        @Schema(
                example = "2",
                description = "Of what was open when it was made; absent where it was made as an amount.")
        String percent,

        @Schema(required = true, description = "What need not be paid.")
        Money amount,

        @Schema(required = true, example = "2026-12-05", description = "The last day for the payment to count.")
        LocalDate validThrough,

        @Schema(required = true, example = "Cash before the year ends")
        String reason,

        @Schema(
                required = true,
                description =
                        "OFFERED: it can be taken. TAKEN: a payment came in time. EXPIRED: its last day has passed, and only a payment "
                                + "that is recorded late takes it. WITHDRAWN: nobody can take it.")
        State state,

        @Schema(required = true) UUID offeredBy,
        @Schema(required = true) Instant offeredAt,

        @Nullable @Schema(description = "The payment that took it, together with what came before.")
        UUID takenBy,

        @Nullable @Schema(example = "2026-12-01") LocalDate takenOn,

        @Nullable @Schema(description = "What was still open then, and is given up.")
        Money given,

        @Nullable UUID withdrawnBy,
        @Nullable Instant withdrawnAt,

        @Nullable
        @Schema(
                example = "Offered on the wrong receivable",
                description = "Or the reason of the offer that took its place.")
        String withdrawnBecause,

        @Schema(required = true) long version) {

    @Schema(name = "DiscountOfferState")
    enum State {
        OFFERED,
        TAKEN,
        EXPIRED,
        WITHDRAWN
    }

    static DiscountOfferView of(DiscountOffer offer, LocalDate today) {
        return of(new DiscountOfferQueries.Row(offer, null, null, null), today);
    }

    static DiscountOfferView of(DiscountOfferQueries.Row row, LocalDate today) {
        var offer = row.offer();
        return new DiscountOfferView(
                offer.id,
                offer.receivableId,
                plain(offer.percent),
                offer.discount(),
                offer.validThrough,
                offer.reason,
                state(offer, today),
                offer.offeredBy,
                offer.offeredAt,
                row.paymentId(),
                row.takenOn(),
                row.given() == null ? null : Money.of(row.given(), offer.currency),
                offer.withdrawnBy,
                offer.withdrawnAt,
                offer.withdrawnBecause,
                offer.version);
    }

    private static @Nullable String plain(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.stripTrailingZeros().toPlainString();
    }

    private static State state(DiscountOffer offer, LocalDate today) {
        return offer.hasExpired(today) ? State.EXPIRED : State.valueOf(offer.state.name());
    }
}
