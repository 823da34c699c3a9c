package io.huikuan.rules;

import io.huikuan.rules.MatchEvidence.AmountExact;
import io.huikuan.rules.MatchEvidence.AmountNear;
import io.huikuan.rules.MatchEvidence.ClaimedBy;
import io.huikuan.rules.MatchEvidence.DateGap;
import io.huikuan.rules.MatchEvidence.PayerKnown;
import io.huikuan.rules.MatchEvidence.PayerNamed;
import io.huikuan.rules.MatchEvidence.ReferenceFound;
import io.huikuan.rules.StatementMatching.Claim;
import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Open;
import io.huikuan.rules.StatementMatching.Payer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks for a line being of one customer; the text of the remittance is searched once. */
final class EvidenceWeighing {
    private final Line line;
    private final Payer payer;

    /** Numbers of the payer's receivables and claims that stand in the remittance text, or are the bank's own number. */
    private final Set<String> mentioned;

    EvidenceWeighing(Line line, Payer payer, Collection<Claim> claims) {
        this.line = line;
        this.payer = payer;
        var numbers = new HashSet<String>();
        payer.open().forEach(open -> numbers.addAll(open.numbers()));
        claims.forEach(claim -> {
            if (claim.reference() != null) {
                numbers.add(claim.reference());
            }
        });
        this.mentioned = new TreeSet<>(new RemittanceText(line.remittance()).mentioned(numbers));
        if (numbers.contains(line.reference())) {
            mentioned.add(line.reference());
        }
    }

    /** The receivables that the payer wrote a number of. */
    Set<UUID> named() {
        return payer.open().stream()
                .filter(open -> open.numbers().stream().anyMatch(mentioned::contains))
                .map(open -> open.item().receivableId())
                .collect(Collectors.toSet());
    }

    /** @param chosen receivables of the payer; what it does not owe is passed over */
    List<MatchEvidence> weigh(@Nullable Claim claim, Collection<UUID> chosen) {
        var ids = Set.copyOf(chosen);
        var items = payer.open().stream()
                .filter(open -> ids.contains(open.item().receivableId()))
                .toList();
        var evidence = new ArrayList<MatchEvidence>();
        expected(claim, items).flatMap(this::amount).ifPresent(evidence::add);
        references(claim, items).forEach(number -> evidence.add(new ReferenceFound(number)));
        if (payer.timesKnown() > 0) {
            evidence.add(new PayerKnown(payer.timesKnown()));
        }
        if (line.payerName() != null) {
            PayerName.compare(line.payerName(), payer.name())
                    .ifPresent(likeness -> evidence.add(new PayerNamed(likeness, payer.name())));
        }
        if (claim != null && claim.claimedBy() != null) {
            evidence.add(new ClaimedBy(claim.claimedBy()));
        }
        expectedOn(claim, items)
                .map(day -> new DateGap(Math.toIntExact(ChronoUnit.DAYS.between(day, line.valueDate()))))
                .ifPresent(evidence::add);
        return evidence;
    }

    private Optional<MatchEvidence> amount(Money expected) {
        if (expected.equals(line.amount())) {
            return Optional.of(new AmountExact());
        }
        return line.isNear(expected) ? Optional.of(new AmountNear(line.amount().minus(expected))) : Optional.empty();
    }

    private static Optional<Money> expected(@Nullable Claim claim, List<Open> items) {
        return claim != null
                ? Optional.of(claim.amount())
                : items.stream().map(open -> open.item().open()).reduce(Money::plus);
    }

    /** When it was claimed to have come, or when the last of what it settles was due. */
    private static Optional<LocalDate> expectedOn(@Nullable Claim claim, List<Open> items) {
        return claim != null
                ? Optional.of(claim.receivedOn())
                : items.stream().map(open -> open.item().dueOn()).max(LocalDate::compareTo);
    }

    /** The numbers of what was chosen, and of the claim, as far as they were found. */
    private Set<String> references(@Nullable Claim claim, List<Open> items) {
        var found = new TreeSet<String>();
        items.forEach(open -> found.addAll(open.numbers()));
        if (claim != null && claim.reference() != null) {
            found.add(claim.reference());
        }
        found.retainAll(mentioned);
        return found;
    }
}
