package io.huikuan.matching;

import io.huikuan.bankstatement.OpenLine;
import io.huikuan.payment.PaymentState;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Money;
import io.huikuan.rules.RemittanceText;
import io.huikuan.rules.StatementMatching;
import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Open;
import io.huikuan.rules.StatementMatching.Payer;
import io.huikuan.rules.StatementMatching.Payment;
import io.huikuan.rules.StatementMatching.Suggestion;
import io.huikuan.rules.StatementMatching.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers what may speak for a line being somebody's money, with a few statements however much there is. */
@ApplicationScoped
class MatchFacts {
    static final int MOST_SUGGESTIONS = 20;

    /** Payments that somebody has told of, of each way in which one may be found. */
    private static final int MOST_TOLD = 50;

    /** What is in the books already was seen on the account within so many days, or is another payment. */
    private static final int DAYS_APART = 15;

    /** Of each way in which a customer may be recognised. */
    private static final int MOST_PAYERS = 20;

    private static final int MOST_OPEN = 500;

    /** Wider than what is near: the rule itself decides. */
    private static final BigDecimal LEAST = new BigDecimal("0.98");

    private static final BigDecimal MOST = new BigDecimal("1.02");

    private final MatchQueries queries;

    MatchFacts(MatchQueries queries) {
        this.queries = queries;
    }

    List<Suggestion> suggestions(UUID organisationId, OpenLine line) {
        var told = new LinkedHashSet<>(ofItsAmount(organisationId, line));
        var payerIds = new LinkedHashSet<UUID>();
        told.forEach(row -> payerIds.add(row.customerId()));
        payerIds.addAll(queries.likelyPayers(
                organisationId,
                line.payer(),
                line.payerName(),
                line.amount().currency(),
                tokens(line),
                line.amount().amount(),
                MOST_PAYERS));
        told.addAll(ofPartOfIt(organisationId, line, payerIds));
        var payments = told(organisationId, told).values().stream()
                .map(ToldPayment::payment)
                .toList();
        var payers = payers(organisationId, line, payerIds);
        return StatementMatching.suggest(of(line, line.amount()), payers.values(), payments, MOST_SUGGESTIONS);
    }

    private List<MatchQueries.Told> ofItsAmount(UUID organisationId, OpenLine line) {
        var amount = line.amount().amount();
        return queries.told(
                organisationId,
                line.amount().currency(),
                amount,
                amount.multiply(LEAST),
                amount.multiply(MOST),
                tokens(line),
                line.account(),
                line.valueDate(),
                DAYS_APART,
                MOST_TOLD);
    }

    private List<MatchQueries.Told> ofPartOfIt(UUID organisationId, OpenLine line, Collection<UUID> payerIds) {
        return queries.toldOf(
                organisationId,
                payerIds.toArray(UUID[]::new),
                line.amount().currency(),
                line.amount().amount(),
                line.account(),
                line.valueDate(),
                DAYS_APART,
                StatementMatching.MOST_TOGETHER);
    }

    /** Those of the customers that are there, with what they owe in the currency of the line. */
    Map<UUID, Payer> payers(UUID organisationId, OpenLine line, Set<UUID> customerIds) {
        var ids = customerIds.toArray(UUID[]::new);
        var owed = queries
                .owed(
                        organisationId,
                        ids,
                        line.amount().currency(),
                        line.amount().amount(),
                        tokens(line),
                        MOST_OPEN)
                .stream()
                .collect(Collectors.groupingBy(
                        MatchQueries.Owed::customerId,
                        Collectors.mapping(row -> open(row, line.amount().currency()), Collectors.toList())));
        return queries.payers(organisationId, line.payer(), ids).stream()
                .map(row -> new Payer(
                        row.id(),
                        row.name(),
                        Math.toIntExact(row.timesKnown()),
                        owed.getOrDefault(row.id(), List.of())))
                .collect(Collectors.toMap(Payer::customerId, payer -> payer));
    }

    /** By id, as they stand; those that are not there are left out. */
    Map<UUID, ToldPayment> asTheyStand(UUID organisationId, List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : told(organisationId, queries.told(organisationId, ids.toArray(UUID[]::new)));
    }

    private Map<UUID, ToldPayment> told(UUID organisationId, Collection<MatchQueries.Told> rows) {
        var ids = rows.stream().map(MatchQueries.Told::id).toArray(UUID[]::new);
        var settled = queries.settled(organisationId, ids).stream()
                .collect(Collectors.groupingBy(
                        MatchQueries.Numbered::paymentId,
                        Collectors.mapping(MatchQueries.Numbered::number, Collectors.toList())));
        return rows.stream()
                .map(row -> told(row, settled.getOrDefault(row.id(), List.of())))
                // Two statements may see one payment, and it may have moved in between: any of both is as it stood.
                .collect(Collectors.toMap(told -> told.payment().paymentId(), told -> told, (one, _) -> one));
    }

    /** Whose payments these are; those that are not there are left out. */
    Map<UUID, UUID> payersOf(UUID organisationId, List<UUID> paymentIds) {
        return paymentIds.isEmpty()
                ? Map.of()
                : queries.payersOf(organisationId, paymentIds.toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(MatchQueries.Paid::id, MatchQueries.Paid::customerId));
    }

    /** Those of the customers that are there. */
    Set<UUID> customers(UUID organisationId, List<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(queries.customers(organisationId, ids.toArray(UUID[]::new)));
    }

    /** @param amount of the part that is looked at */
    static Line of(OpenLine line, Money amount) {
        return new Line(amount, line.valueDate(), line.bankReference(), line.payerName(), line.remittance());
    }

    /** The bank's own number may be a payment's reference. */
    private static String[] tokens(OpenLine line) {
        var tokens = new ArrayList<>(RemittanceText.tokens(line.remittance()));
        tokens.add(line.bankReference());
        return tokens.toArray(String[]::new);
    }

    private static ToldPayment told(MatchQueries.Told row, List<String> settled) {
        var state = PaymentState.valueOf(row.state());
        var numbers = new ArrayList<>(settled);
        if (row.reference() != null) {
            numbers.add(row.reference());
        }
        var payment = new Payment(
                row.id(),
                row.customerId(),
                Money.of(row.amount(), row.currency()),
                row.expectedOn(),
                state == PaymentState.CLAIMED ? Told.CLAIMED : Told.RECORDED,
                row.toldBy(),
                numbers);
        return new ToldPayment(payment, state, row.account(), row.paper(), row.matched());
    }

    private static Open open(MatchQueries.Owed row, String currency) {
        var item = new OpenItem(row.id(), row.dueOn(), row.issuedOn(), row.number(), Money.of(row.open(), currency));
        var numbers = new ArrayList<String>();
        numbers.add(row.number());
        if (row.invoiceNumber() != null) {
            numbers.add(row.invoiceNumber());
        }
        if (row.contractNumber() != null) {
            numbers.add(row.contractNumber());
        }
        return new Open(item, numbers);
    }
}
