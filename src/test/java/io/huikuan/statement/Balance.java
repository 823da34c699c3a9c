package io.huikuan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Bucket;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of every statement. */
final class Balance {
    private Balance() {}

    static void assertBalanced(StatementView statement) {
        for (var account : statement.accounts()) {
            assertBalanced(statement, account);
        }
        assertThat(statement.entries().stream().map(Entry::currency).distinct())
                .isSubsetOf(statement.accounts().stream().map(Account::currency).toList());
    }

    private static void assertBalanced(StatementView statement, Account account) {
        var currency = account.currency();
        var entries = statement.entries().stream()
                .filter(entry -> entry.currency().equals(currency))
                .toList();
        var items = statement.openItems().stream()
                .filter(item -> item.currency().equals(currency))
                .toList();
        assertThat(account.opening().plus(account.debit()).minus(account.credit()))
                .as("opening + debit - credit")
                .isEqualTo(account.closing());
        assertThat(account.open()
                        .minus(account.unappliedCash())
                        .minus(account.unappliedPaper())
                        .minus(account.unappliedCredit()))
                .as("open - unapplied of %s", statement)
                .isEqualTo(account.closing());
        assertThat(sum(currency, entries.stream().map(Entry::debit))).isEqualTo(account.debit());
        assertThat(sum(currency, entries.stream().map(Entry::credit))).isEqualTo(account.credit());
        assertThat(sum(currency, items.stream().map(OpenItem::open))).isEqualTo(account.open());
        assertThat(sum(currency, account.buckets().stream().map(Bucket::open))).isEqualTo(account.open());
        // The rest has settled interest, which is of no open item.
        assertThat(account.secured()
                        .minus(account.unappliedPaper())
                        .minus(sum(currency, items.stream().map(OpenItem::secured)))
                        .isNegative())
                .as("less secured than shown of %s", statement)
                .isFalse();
        assertThat(entries).hasSize((int) account.entryCount());
        var balance = account.opening();
        for (var entry : entries) {
            balance = balance.plus(orZero(currency, entry.debit())).minus(orZero(currency, entry.credit()));
            assertThat(entry.balance()).as("balance after %s", entry).isEqualTo(balance);
            assertThat(entry.date()).isBetween(statement.from(), statement.to());
        }
        assertThat(balance).isEqualTo(account.closing());
        assertThat(account.unappliedCash().isNegative()).isFalse();
        assertThat(account.unappliedPaper().isNegative()).isFalse();
        assertThat(account.unappliedCredit().isNegative()).isFalse();
    }

    private static Money sum(String currency, Stream<@Nullable Money> amounts) {
        return amounts.map(amount -> orZero(currency, amount)).reduce(Money.zero(currency), Money::plus);
    }

    private static Money orZero(String currency, @Nullable Money amount) {
        return amount == null ? Money.zero(currency) : amount;
    }
}
