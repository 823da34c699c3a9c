package io.huikuan.matching;

import io.huikuan.bankstatement.OpenLine;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Money;
import io.huikuan.rules.RemittanceText;
import io.huikuan.rules.StatementMatching;
import io.huikuan.rules.StatementMatching.Claim;
import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Open;
import io.huikuan.rules.StatementMatching.Payer;
import io.huikuan.rules.StatementMatching.Suggestion;
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

/** Gathers what may speak for a line being somebody's money, with four statements however much there is. */
@ApplicationScoped
class MatchFacts {
    static final int MOST_SUGGESTIONS = 20;

    private static final int MOST_CLAIMS = 50;

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
        var tokens = tokens(line);
        var amount = line.amount().amount();
        var claims = queries
                .claims(
                        organisationId,
                        line.amount().currency(),
                        amount,
                        amount.multiply(LEAST),
                        amount.multiply(MOST),
                        tokens,
                        line.valueDate(),
                        MOST_CLAIMS)
                .stream()
                .map(MatchFacts::claim)
                .toList();
        var ids = new LinkedHashSet<UUID>();
        claims.forEach(claim -> ids.add(claim.customerId()));
        ids.addAll(queries.likelyPayers(
                organisationId, line.payer(), line.payerName(), line.amount().currency(), tokens, amount, MOST_PAYERS));
        var payers = payers(organisationId, line, ids);
        return StatementMatching.suggest(of(line, line.amount()), payers.values(), claims, MOST_SUGGESTIONS);
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

    /** By id; those that are not there are left out. */
    Map<UUID, Claim> claims(UUID organisationId, Collection<UUID> ids) {
        return queries.payments(organisationId, ids.toArray(UUID[]::new)).stream()
                .map(MatchFacts::claim)
                .collect(Collectors.toMap(Claim::paymentId, claim -> claim));
    }

    /** Those of the customers that are there. */
    Set<UUID> customers(UUID organisationId, Collection<UUID> ids) {
        return Set.copyOf(queries.customers(organisationId, ids.toArray(UUID[]::new)));
    }

    /** @param amount of the part that is looked at */
    static Line of(OpenLine line, Money amount) {
        return new Line(amount, line.valueDate(), line.bankReference(), line.payerName(), line.remittance());
    }

    /** The bank's own number may be a claim's reference. */
    private static String[] tokens(OpenLine line) {
        var tokens = new ArrayList<>(RemittanceText.tokens(line.remittance()));
        tokens.add(line.bankReference());
        return tokens.toArray(String[]::new);
    }

    private static Claim claim(MatchQueries.Claimed row) {
        return new Claim(
                row.id(),
                row.customerId(),
                Money.of(row.amount(), row.currency()),
                row.receivedOn(),
                row.reference(),
                row.claimedBy());
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
