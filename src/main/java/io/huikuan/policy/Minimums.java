package io.huikuan.policy;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Least amounts, one a currency. */
final class Minimums {
    private Minimums() {}

    static List<Problem.Fault> faults(@Nullable List<Money> wanted, String pointer) {
        var faults = new ArrayList<Problem.Fault>();
        var currencies = new HashSet<String>();
        for (int at = 0; wanted != null && at < wanted.size(); at++) {
            var least = wanted.get(at);
            if (least.isNegative()) {
                faults.add(new Problem.Fault(pointer + "/" + at + "/amount", "must-not-be-negative", List.of()));
            }
            if (!currencies.add(least.currency())) {
                faults.add(new Problem.Fault(pointer + "/" + at + "/currency", "currency-twice", List.of()));
            }
        }
        return faults;
    }

    /** @param wanted without {@link #faults} */
    static Map<String, BigDecimal> byCurrency(@Nullable List<Money> wanted) {
        return wanted == null ? Map.of() : wanted.stream().collect(Collectors.toMap(Money::currency, Money::amount));
    }

    static List<Money> of(Map<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(least -> Money.of(least.getValue(), least.getKey()))
                .toList();
    }
}
