package io.huikuan.bankstatement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.TextBundle;
import io.huikuan.rules.MatchEvidence;
import io.huikuan.rules.Money;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One piece of evidence as a cashier reads it; the fields beside its kind depend on it. */
@Schema(name = "MatchEvidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        @Schema(
                required = true,
                example = "REFERENCE_FOUND",
                description =
                        "AMOUNT_EXACT. AMOUNT_NEAR: difference is what came less what was expected. AMOUNT_NOT_UNIQUE: count others of the "
                                + "same amount, and nothing tells them apart: this speaks against it. REFERENCE_FOUND: the payer, or the bank, "
                                + "wrote number. PAYER_NAME_EXACT, PAYER_NAME_NORMALISED (but for width, case, punctuation and legal form), "
                                + "PAYER_NAME_SIMILAR: like name. PAYER_KNOWN: count earlier lines of this payer were this customer's. DATE_GAP: "
                                + "days from when it was expected (claimed, recorded, matures, was due) to when it came. CLAIMED_BY: name says "
                                + "that it came. RECORDED_BY: name took it into the books.")
        Kind kind,

        @Nullable
        @Schema(description = "In the language of `Accept-Language`.", example = "The payer wrote INV-2026-0117")
        String words,

        @Nullable @Schema(example = "INV-2026-0117") String number,
        @Nullable @Schema(example = "上海远景贸易有限公司") String name,
        @Nullable Money difference,
        @Nullable @Schema(example = "3") Integer count,
        @Nullable @Schema(example = "-2") Integer days) {
    /** Of which kind it is. */
    @Schema(name = "MatchEvidenceKind")
    public enum Kind {
        AMOUNT_EXACT,
        AMOUNT_NEAR,
        AMOUNT_NOT_UNIQUE,
        REFERENCE_FOUND,
        PAYER_NAME_EXACT,
        PAYER_NAME_NORMALISED,
        PAYER_NAME_SIMILAR,
        PAYER_KNOWN,
        DATE_GAP,
        CLAIMED_BY,
        RECORDED_BY
    }

    private static final TextBundle WORDS = new TextBundle("evidence");

    /** Without words: as it is stored. */
    static EvidenceView of(MatchEvidence evidence) {
        return switch (evidence) {
            case MatchEvidence.AmountExact() -> new EvidenceView(Kind.AMOUNT_EXACT, null, null, null, null, null, null);
            case MatchEvidence.AmountNear(var difference) ->
                new EvidenceView(Kind.AMOUNT_NEAR, null, null, null, difference, null, null);
            case MatchEvidence.AmountNotUnique(int others) ->
                new EvidenceView(Kind.AMOUNT_NOT_UNIQUE, null, null, null, null, others, null);
            case MatchEvidence.ReferenceFound(var number) ->
                new EvidenceView(Kind.REFERENCE_FOUND, null, number, null, null, null, null);
            case MatchEvidence.PayerNamed(var likeness, var name) ->
                new EvidenceView(
                        switch (likeness) {
                            case EXACT -> Kind.PAYER_NAME_EXACT;
                            case NORMALISED -> Kind.PAYER_NAME_NORMALISED;
                            case SIMILAR -> Kind.PAYER_NAME_SIMILAR;
                        },
                        null,
                        null,
                        name,
                        null,
                        null,
                        null);
            case MatchEvidence.PayerKnown(int times) ->
                new EvidenceView(Kind.PAYER_KNOWN, null, null, null, null, times, null);
            case MatchEvidence.DateGap(int days) -> new EvidenceView(Kind.DATE_GAP, null, null, null, null, null, days);
            case MatchEvidence.ClaimedBy(var name) ->
                new EvidenceView(Kind.CLAIMED_BY, null, null, name, null, null, null);
            case MatchEvidence.RecordedBy(var name) ->
                new EvidenceView(Kind.RECORDED_BY, null, null, name, null, null, null);
        };
    }

    /** As it is read. */
    public static EvidenceView of(MatchEvidence evidence, Locale locale) {
        return of(evidence).in(locale);
    }

    EvidenceView in(Locale locale) {
        var told = WORDS.text(
                        locale,
                        key(),
                        Objects.requireNonNullElse(number, ""),
                        Objects.requireNonNullElse(name, ""),
                        difference == null ? "" : difference.toString(),
                        Objects.requireNonNullElse(count, 0),
                        days == null ? 0 : Math.abs(days))
                .orElseThrow(() -> new IllegalStateException("no words for " + kind));
        return new EvidenceView(kind, told, number, name, difference, count, days);
    }

    private String key() {
        if (days == null) {
            return kind.name();
        }
        return kind + (days == 0 ? ".same" : days < 0 ? ".before" : ".after");
    }
}
