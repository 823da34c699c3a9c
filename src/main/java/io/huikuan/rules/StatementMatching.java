package io.huikuan.rules;

import static java.util.Comparator.comparing;

import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.MatchEvidence.AmountExact;
import io.huikuan.rules.MatchEvidence.AmountNotUnique;
import io.huikuan.rules.MatchEvidence.ReferenceFound;
import io.huikuan.rules.OpenCombinations.Combination;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a bank statement may be: payments that somebody has told of, and open receivables, each with the evidence for it, the
 * best founded first. There is no score: the more kinds of evidence agree the better, and among as many the stronger kind decides. The
 * same facts give the same list, whatever order they come in, and one more piece of evidence for a suggestion never moves it down.
 */
public final class StatementMatching {
    /** So many payments of one customer may have come as one amount: those told of nearest to its day are looked at. */
    public static final int MOST_TOGETHER = 20;

    /** A difference of up to this many hundredths of what was expected is near. */
    private static final int NEAR_PERCENT = 1;

    private static final Comparator<Suggestion> BEST_FIRST = comparing(
                    Suggestion::strength, EvidenceStrength.STRONGEST_FIRST)
            .thenComparing(Suggestion::settles)
            .thenComparingInt(one -> one.strength().gap())
            .thenComparing(Suggestion::customerName)
            .thenComparing(Suggestion::customerId)
            .thenComparing(one -> one.paymentIds().toString())
            .thenComparing(one -> one.shares().toString());

    private StatementMatching() {}

    /**
     * Money that has come in, or a part of it.
     *
     * @param reference the bank's own number of it
     */
    public record Line(
            Money amount,
            LocalDate valueDate,
            String reference,
            @Nullable String payerName,
            @Nullable String remittance) {

        /** Whether it is not what was expected, but so nearly that the difference may be a fee. */
        boolean isNear(Money expected) {
            var difference = amount.minus(expected).amount().abs().multiply(BigDecimal.valueOf(100));
            var tolerated = expected.amount().multiply(BigDecimal.valueOf(NEAR_PERCENT));
            return difference.signum() != 0 && difference.compareTo(tolerated) <= 0;
        }
    }

    /** A receivable, and the numbers of the documents that it hangs on, its own among them. */
    public record Open(OpenItem item, List<String> numbers) {
        public Open {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A customer that the money may be of, and what it owes.
     *
     * @param timesKnown how many lines of this payer were this customer's before
     * @param open in the currency of the line
     */
    public record Payer(UUID customerId, String name, int timesKnown, List<Open> open) {
        public Payer {
            open = List.copyOf(open);
        }
    }

    /** How a payment is known of before the bank tells of it. */
    public enum Told {
        /** Somebody says that it has come. */
        CLAIMED,
        /** It is in the books: as cash, or as a cheque or draft that is not cash yet. */
        RECORDED
    }

    /**
     * A payment that somebody has told of, and that no line is yet; in the currency of the line.
     *
     * @param expectedOn when it came, as it was told, or when the cheque or draft matures
     * @param toldBy who claims it, or took it into the books; null where nobody in person did
     * @param numbers its reference, and the numbers of what it settles
     */
    public record Payment(
            UUID paymentId,
            UUID customerId,
            Money amount,
            LocalDate expectedOn,
            Told told,
            @Nullable String toldBy,
            List<String> numbers) {
        public Payment {
            numbers = List.copyOf(numbers);
        }
    }

    /** What of a customer's receivables the money would settle, in the order in which one is preferred to the next. */
    public enum Settles {
        /** Those whose number the payer wrote. */
        NAMED,
        SINGLE,
        /** Everything that is open. */
        ALL_OPEN,
        /** Everything that was overdue when the money came. */
        ALL_OVERDUE,
        /** The oldest so and so many. */
        OLDEST,
        /** The only two that make the amount together. */
        PAIR,
        /** Nothing in particular: as payments are allocated where nobody says how. */
        USUAL
    }

    /**
     * One way to match a line.
     *
     * @param payments that the line would be; none where it is one that nobody has told of
     * @param shares none where it settles nothing in particular
     */
    public record Suggestion(
            UUID customerId,
            String customerName,
            List<Payment> payments,
            Settles settles,
            List<Share> shares,
            List<MatchEvidence> evidence) {
        public Suggestion {
            payments = List.copyOf(payments);
            shares = List.copyOf(shares);
            evidence = List.copyOf(evidence);
        }

        public List<UUID> paymentIds() {
            return payments.stream().map(Payment::paymentId).toList();
        }

        EvidenceStrength strength() {
            return EvidenceStrength.of(evidence);
        }

        /** Whether nothing but its amount tells it from another payment, or from another receivable. */
        private boolean restsOnAmount() {
            return (payments.size() == 1 || (payments.isEmpty() && settles == Settles.SINGLE))
                    && evidence.stream().anyMatch(AmountExact.class::isInstance)
                    && evidence.stream().noneMatch(ReferenceFound.class::isInstance);
        }

        private UUID source() {
            return payments.isEmpty()
                    ? shares.getFirst().receivableId()
                    : paymentIds().getFirst();
        }
    }

    /**
     * The best founded suggestions.
     *
     * @param payments those of other customers than the payers are passed over
     */
    public static List<Suggestion> suggest(
            Line line, Collection<Payer> payers, Collection<Payment> payments, int most) {
        var candidates = new ArrayList<Suggestion>();
        for (var payer : payers) {
            var own = payments.stream()
                    .filter(payment -> payment.customerId().equals(payer.customerId()))
                    .toList();
            candidates.addAll(candidates(line, payer, own));
        }
        return Stream.concat(
                        toldApart(candidates.stream()
                                .filter(one -> !one.payments().isEmpty())),
                        toldApart(
                                candidates.stream().filter(one -> one.payments().isEmpty())))
                .filter(one -> !one.strength().isNothing())
                .sorted(BEST_FIRST)
                .limit(most)
                .toList();
    }

    /**
     * The evidence for one choice, whoever has made it.
     *
     * @param payments that the line is; none where it is one that nobody had told of
     * @param chosen receivables of the payer; what it does not owe is passed over
     */
    public static List<MatchEvidence> weigh(Line line, Payer payer, List<Payment> payments, Collection<UUID> chosen) {
        return new EvidenceWeighing(line, payer, payments).weigh(payments, chosen);
    }

    private static List<Suggestion> candidates(Line line, Payer payer, List<Payment> payments) {
        var weighing = new EvidenceWeighing(line, payer, payments);
        var items = payer.open().stream().map(Open::item).toList();
        var combinations = OpenCombinations.of(line, items, weighing.named());
        var candidates = new ArrayList<Suggestion>();
        boolean claimed = false;
        for (var payment : payments) {
            if (weighing.speaksFor(payment)) {
                candidates.add(suggestion(payer, weighing, List.of(payment), Optional.empty()));
            }
            // What is in the books already settles what it settles.
            if (payment.told() == Told.CLAIMED && payment.amount().equals(line.amount())) {
                claimed = true;
                combinations.forEach(
                        one -> candidates.add(suggestion(payer, weighing, List.of(payment), Optional.of(one))));
            }
        }
        PaymentSums.of(line, payments)
                .forEach(several -> candidates.add(suggestion(payer, weighing, several, Optional.empty())));
        // Where the very amount is claimed, a second payment of it would be the same money twice.
        if (!claimed) {
            combinations.forEach(one -> candidates.add(suggestion(payer, weighing, List.of(), Optional.of(one))));
            candidates.add(suggestion(payer, weighing, List.of(), Optional.empty()));
        }
        return candidates;
    }

    private static Suggestion suggestion(
            Payer payer, EvidenceWeighing weighing, List<Payment> payments, Optional<Combination> combination) {
        var chosen = combination.map(Combination::items).orElse(List.of()).stream()
                .map(OpenItem::receivableId)
                .toList();
        return new Suggestion(
                payer.customerId(),
                payer.name(),
                payments,
                combination.map(Combination::settles).orElse(Settles.USUAL),
                combination.map(Combination::shares).orElse(List.of()),
                weighing.weigh(payments, chosen));
    }

    /** Says of those that only their amount speaks for how many others it speaks for just as well. */
    private static Stream<Suggestion> toldApart(Stream<Suggestion> alike) {
        var candidates = alike.toList();
        int sources = Math.toIntExact(candidates.stream()
                .filter(Suggestion::restsOnAmount)
                .map(Suggestion::source)
                .distinct()
                .count());
        return candidates.stream().map(one -> sources > 1 && one.restsOnAmount() ? withOthers(one, sources - 1) : one);
    }

    private static Suggestion withOthers(Suggestion one, int others) {
        var evidence = new ArrayList<>(one.evidence());
        evidence.add(new AmountNotUnique(others));
        return new Suggestion(
                one.customerId(), one.customerName(), one.payments(), one.settles(), one.shares(), evidence);
    }
}
