package io.huikuan.statement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.huikuan.allocation.AccruedInterest.Accrued;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Bucket;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the sums of each currency together. */
final class StatementAccounts {
    static final String[] BUCKETS =
            Arrays.stream(AgeingBucket.values()).map(Enum::name).toArray(String[]::new);
    static final Integer[] LOWER_BOUNDS = Arrays.stream(AgeingBucket.values())
            .skip(1)
            .map(AgeingBucket::fewestDaysPastDue)
            .toArray(Integer[]::new);

    private StatementAccounts() {}

    /** Those in which something happened in the period, or is left at its end. */
    static List<Account> of(
            List<StatementQueries.Sums> sums, List<StatementQueries.Bucket> ageing, Collection<Accrued> accrued) {
        var aged = ageing.stream().collect(groupingBy(StatementQueries.Bucket::currency));
        var interest = dues(accrued, Accrued::interest);
        var fees = dues(accrued, Accrued::fee);
        return sums.stream()
                .map(sum -> account(
                        sum,
                        buckets(sum.currency(), aged.getOrDefault(sum.currency(), List.of())),
                        interest.getOrDefault(sum.currency(), Money.zero(sum.currency())),
                        fees.getOrDefault(sum.currency(), Money.zero(sum.currency()))))
                .filter(account -> !account.isEmpty())
                .toList();
    }

    private static Map<String, Money> dues(Collection<Accrued> accrued, Function<Accrued, Money> part) {
        return accrued.stream().map(part).collect(toMap(Money::currency, due -> due, Money::plus));
    }

    private static Account account(StatementQueries.Sums sum, List<Bucket> buckets, Money interest, Money fees) {
        var currency = sum.currency();
        var opening = Money.of(sum.opening(), currency);
        var debit = Money.of(sum.debit(), currency);
        var credit = Money.of(sum.credit(), currency);
        return new Account(
                currency,
                opening,
                debit,
                credit,
                opening.plus(debit).minus(credit),
                sum.entryCount(),
                Money.of(sum.secured(), currency),
                buckets.stream().map(Bucket::open).reduce(Money.zero(currency), Money::plus),
                buckets.stream().mapToLong(Bucket::count).sum(),
                Money.of(sum.unappliedCash(), currency),
                Money.of(sum.unappliedPaper(), currency),
                Money.of(sum.unappliedCredit(), currency),
                interest,
                fees,
                buckets);
    }

    private static List<Bucket> buckets(String currency, List<StatementQueries.Bucket> rows) {
        var found = rows.stream().collect(toMap(StatementQueries.Bucket::bucket, row -> row));
        return Arrays.stream(AgeingBucket.values())
                .map(bucket -> {
                    var row = found.get(bucket.name());
                    return row == null
                            ? new Bucket(bucket, 0, Money.of(BigDecimal.ZERO, currency))
                            : new Bucket(bucket, row.count(), Money.of(row.open(), currency));
                })
                .toList();
    }
}
