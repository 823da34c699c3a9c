package io.huikuan.rules;

import static java.util.Comparator.comparingInt;

import io.huikuan.rules.MatchEvidence.AmountExact;
import io.huikuan.rules.MatchEvidence.AmountNear;
import io.huikuan.rules.MatchEvidence.AmountNotUnique;
import io.huikuan.rules.MatchEvidence.ClaimedBy;
import io.huikuan.rules.MatchEvidence.DateGap;
import io.huikuan.rules.MatchEvidence.PayerKnown;
import io.huikuan.rules.MatchEvidence.PayerNamed;
import io.huikuan.rules.MatchEvidence.RecordedBy;
import io.huikuan.rules.MatchEvidence.ReferenceFound;
import java.util.Comparator;
import java.util.List;

/**
 * How well pieces of evidence found something. Each number is the smaller the stronger; the first one in which two differ decides.
 *
 * @param silent how many of the kinds (reference, amount, told, payer) say nothing for it
 * @param known minus the number of times that the payer was this customer
 */
record EvidenceStrength(int silent, int reference, int amount, int told, int payer, int known, int others, int gap) {
    static final Comparator<EvidenceStrength> STRONGEST_FIRST = comparingInt(EvidenceStrength::silent)
            .thenComparingInt(EvidenceStrength::reference)
            .thenComparingInt(EvidenceStrength::amount)
            .thenComparingInt(EvidenceStrength::told)
            .thenComparingInt(EvidenceStrength::payer)
            .thenComparingInt(EvidenceStrength::known)
            .thenComparingInt(EvidenceStrength::others);

    private static final int KINDS = 4;
    private static final int SAYS_NOTHING = Integer.MAX_VALUE;

    static EvidenceStrength of(List<MatchEvidence> evidence) {
        int reference = SAYS_NOTHING;
        int amount = SAYS_NOTHING;
        int told = SAYS_NOTHING;
        int payer = SAYS_NOTHING;
        int known = 0;
        int others = 0;
        int gap = Integer.MAX_VALUE;
        for (var one : evidence) {
            switch (one) {
                case ReferenceFound _ -> reference = 0;
                case AmountExact _ -> amount = 0;
                case AmountNear _ -> amount = 1;
                case RecordedBy _ -> told = 0;
                case ClaimedBy _ -> told = Math.min(told, 1);
                case PayerKnown(int times) -> {
                    payer = 0;
                    known = -times;
                }
                case PayerNamed named -> payer = Math.min(payer, strength(named.likeness()));
                case AmountNotUnique(int count) -> others = count;
                case DateGap(int days) -> gap = Math.abs(days);
            }
        }
        int silent = 0;
        for (int kind : new int[] {reference, amount, told, payer}) {
            silent += kind == SAYS_NOTHING ? 1 : 0;
        }
        return new EvidenceStrength(silent, reference, amount, told, payer, known, others, gap);
    }

    /** Behind that of a payer that is known. */
    private static int strength(PayerName.Likeness likeness) {
        return switch (likeness) {
            case EXACT -> 1;
            case NORMALISED -> 2;
            case SIMILAR -> 3;
        };
    }

    boolean isNothing() {
        return silent == KINDS;
    }
}
