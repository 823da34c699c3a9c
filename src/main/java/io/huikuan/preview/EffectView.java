package io.huikuan.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a step would change. */
@Schema(
        name = "EffectPreview",
        description = "What a step would change: the first 200 of each; `more` says where there are others.")
public record EffectView(
        @Schema(required = true, description = "Oldest due first.")
        List<ReceivableEffect> receivables,

        @Schema(required = true, description = "Payments, credit notes and the like, as they would stand.")
        List<SourceEffect> sources,

        @Schema(
                required = true,
                description = "Promises to pay that would be kept, in part or wholly, or not be kept any more.")
        List<PromiseEffect> promises,

        @Schema(required = true, description = "Who would be told, told again (UNSEEN), or told no more (DONE).")
        List<NoticeEffect> notices,

        @Schema(
                required = true,
                example = "false",
                description =
                        "More than 200 receivables, sources, promises or notices would change: the others are left out here.")
        boolean more) {
    /** So many of each are shown. */
    static final int SHOWN = 200;

    /** How far a receivable is settled; see {@code Receivable}. */
    @Schema(name = "EffectStatus")
    enum Status {
        OPEN,
        PARTLY_PAID,
        SECURED,
        WRITTEN_OFF,
        PAID
    }

    @Schema(name = "ReceivableEffect")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceivableEffect(
            @Schema(required = true) UUID receivableId,
            @Schema(required = true) UUID customerId,

            @Schema(required = true, example = "INV-2026-0117/1")
            String number,

            @Schema(required = true, example = "2026-11-22") LocalDate dueOn,

            @Nullable @Schema(description = "Absent where the step would bill it.")
            Money openBefore,

            @Schema(required = true) Money openAfter,

            @Nullable @Schema(description = "Absent where the step would bill it.", example = "OPEN")
            Status statusBefore,

            @Schema(required = true, example = "PAID") Status statusAfter,

            @Nullable @Schema(description = "When the reminder run would look at it; absent where not any more.")
            LocalDate nextLookOn) {}

    @Schema(name = "SourceEffect")
    record SourceEffect(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID customerId,
            @Schema(required = true, example = "PAYMENT") String kind,
            @Schema(required = true, example = "CONFIRMED") String state,
            @Schema(required = true) Money amount,
            @Schema(required = true) Money unapplied) {}

    @Schema(name = "PromiseEffect")
    record PromiseEffect(
            @Schema(required = true) UUID promiseId,
            @Schema(required = true) UUID customerId,
            @Schema(required = true, example = "2026-11-27") LocalDate dueOn,

            @Schema(required = true, description = "What would have become of it; see `Promise`.", example = "KEPT")
            String stateAfter,

            @Schema(required = true) Money amount,

            @Schema(required = true, description = "What would have come of it.")
            Money keptAfter) {
        static PromiseEffect of(PreviewQueries.Promised row) {
            return new PromiseEffect(
                    row.id(),
                    row.customerId(),
                    row.dueOn(),
                    row.state(),
                    Money.of(row.amount(), row.currency()),
                    Money.of(row.kept(), row.currency()));
        }
    }

    @Schema(name = "NoticeEffect")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeEffect(
            @Schema(required = true) UUID recipientId,
            @Schema(required = true, example = "王伟") String recipientName,
            @Schema(required = true, example = "OVERDUE") String kind,
            @Nullable UUID receivableId,
            @Schema(required = true, example = "DONE") String state) {}

    static EffectView of(
            List<PreviewQueries.Changed> changed,
            List<PreviewQueries.Source> sources,
            List<PreviewQueries.Promised> promises,
            List<PreviewQueries.Told> told) {
        return new EffectView(
                changed.stream().limit(SHOWN).map(EffectView::receivable).toList(),
                sources.stream()
                        .limit(SHOWN)
                        .map(each -> new SourceEffect(
                                each.id(),
                                each.customerId(),
                                each.kind(),
                                each.state(),
                                Money.of(each.amount(), each.currency()),
                                Money.of(each.unapplied(), each.currency())))
                        .toList(),
                promises.stream().limit(SHOWN).map(PromiseEffect::of).toList(),
                told.stream()
                        .limit(SHOWN)
                        .map(each -> new NoticeEffect(
                                each.recipientId(),
                                each.recipientName(),
                                each.kind(),
                                each.receivableId(),
                                each.state()))
                        .toList(),
                Stream.of(changed, sources, promises, told).anyMatch(rows -> rows.size() > SHOWN));
    }

    private static ReceivableEffect receivable(PreviewQueries.Changed row) {
        var openBefore = row.open().subtract(row.openMoved());
        return new ReceivableEffect(
                row.id(),
                row.customerId(),
                row.number(),
                row.dueOn(),
                row.isNew() ? null : Money.of(openBefore, row.currency()),
                Money.of(row.open(), row.currency()),
                row.isNew()
                        ? null
                        : status(
                                row.amount(),
                                openBefore,
                                row.secured().subtract(row.securedMoved()),
                                row.writtenOff().subtract(row.writtenOffMoved())),
                status(row.amount(), row.open(), row.secured(), row.writtenOff()),
                row.nextLookOn());
    }

    private static Status status(BigDecimal amount, BigDecimal open, BigDecimal secured, BigDecimal writtenOff) {
        if (open.signum() > 0) {
            return open.compareTo(amount) < 0 ? Status.PARTLY_PAID : Status.OPEN;
        }
        if (secured.signum() > 0) {
            return Status.SECURED;
        }
        return writtenOff.signum() > 0 ? Status.WRITTEN_OFF : Status.PAID;
    }
}
