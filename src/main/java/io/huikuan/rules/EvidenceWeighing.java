package io.huikuan.rules;

import io.huikuan.rules.MatchEvidence.AmountExact;
import io.huikuan.rules.MatchEvidence.AmountNear;
import io.huikuan.rules.MatchEvidence.ClaimedBy;
import io.huikuan.rules.MatchEvidence.DateGap;
import io.huikuan.rules.MatchEvidence.PayerKnown;
import io.huikuan.rules.MatchEvidence.PayerNamed;
import io.huikuan.rules.MatchEvidence.RecordedBy;
import io.huikuan.rules.MatchEvidence.ReferenceFound;
import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Open;
import io.huikuan.rules.StatementMatching.Payer;
import io.huikuan.rules.StatementMatching.Payment;
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

/** What speaks for a line being of one customer; the text of the remittance is searched once. */
final class EvidenceWeighing {
    private final Line line;
    private final Payer payer;

    /** Numbers of the payer's receivables and payments that stand in the remittance text, or are the bank's own number. */
    private final Set<String> mentioned;

    EvidenceWeighing(Line line, Payer payer, Collection<Payment> payments) {
        this.line = line;
        this.payer = payer;
        var numbers = new HashSet<String>();
        payer.open().forEach(open -> numbers.addAll(open.numbers()));
        payments.forEach(payment -> numbers.addAll(payment.numbers()));
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

    /** Whether it is of about the amount of the line, or the payer wrote a number of it; else it can only be a part. */
    boolean speaksFor(Payment payment) {
        return amount(payment.amount()).isPresent()
                || payment.numbers().stream().anyMatch(mentioned::contains);
    }

    /**
     * @param payments that the line would be; none where it is one that nobody has told of
     * @param chosen receivables of the payer; what it does not owe is passed over
     */
    List<MatchEvidence> weigh(List<Payment> payments, Collection<UUID> chosen) {
        var ids = Set.copyOf(chosen);
        var items = payer.open().stream()
                .filter(open -> ids.contains(open.item().receivableId()))
                .toList();
        var evidence = new ArrayList<MatchEvidence>();
        expected(payments, items).flatMap(this::amount).ifPresent(evidence::add);
        references(payments, items).forEach(number -> evidence.add(new ReferenceFound(number)));
        if (payer.timesKnown() > 0) {
            evidence.add(new PayerKnown(payer.timesKnown()));
        }
        if (line.payerName() != null) {
            PayerName.compare(line.payerName(), payer.name())
                    .ifPresent(likeness -> evidence.add(new PayerNamed(likeness, payer.name())));
        }
        payments.stream().flatMap(payment -> told(payment).stream()).distinct().forEach(evidence::add);
        expectedOn(payments, items)
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

    private static Optional<MatchEvidence> told(Payment payment) {
        return Optional.ofNullable(payment.toldBy()).map(name -> switch (payment.told()) {
            case CLAIMED -> new ClaimedBy(name);
            case RECORDED -> new RecordedBy(name);
        });
    }

    private static Optional<Money> expected(List<Payment> payments, List<Open> items) {
        var amounts = payments.isEmpty()
                ? items.stream().map(open -> open.item().open())
                : payments.stream().map(Payment::amount);
        return amounts.reduce(Money::plus);
    }

    /** When the last of the payments was told to come, or the last of what it settles was due. */
    private static Optional<LocalDate> expectedOn(List<Payment> payments, List<Open> items) {
        var days = payments.isEmpty()
                ? items.stream().map(open -> open.item().dueOn())
                : payments.stream().map(Payment::expectedOn);
        return days.max(LocalDate::compareTo);
    }

    /** The numbers of what was chosen, and of the payments, as far as they were found. */
    private Set<String> references(List<Payment> payments, List<Open> items) {
        var found = new TreeSet<String>();
        items.forEach(open -> found.addAll(open.numbers()));
        payments.forEach(payment -> found.addAll(payment.numbers()));
        found.retainAll(mentioned);
        return found;
    }
}
