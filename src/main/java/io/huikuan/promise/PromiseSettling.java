package io.huikuan.promise;

import static java.util.stream.Collectors.groupingBy;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.receivable.OpenAmountsMoved;
import io.huikuan.rules.Money;
import io.huikuan.rules.PromiseOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Decides what has become of promises: in the transaction in which money moves, and on the day after their last one. Asked again, it
 * changes nothing.
 */
@ApplicationScoped
public class PromiseSettling {
    /** So many at once: as long as they are decided on, none of their customers' money moves. */
    private static final int PAGE = 100;

    private final PromiseQueries queries;
    private final PromiseMoneyQueries money;
    private final PromiseHolding holding;
    private final PromiseNews news;
    private final OrganisationRegister organisations;

    PromiseSettling(
            PromiseQueries queries,
            PromiseMoneyQueries money,
            PromiseHolding holding,
            PromiseNews news,
            OrganisationRegister organisations) {
        this.queries = queries;
        this.money = money;
        this.holding = holding;
        this.news = news;
        this.organisations = organisations;
    }

    /**
     * Decides on a page of promises whose last day is over. Whoever asks at the same time gets others.
     *
     * @return how many; 0 where none is left, but those of customers whose money somebody moves
     */
    @Transactional
    public int settleMatured(UUID organisationId, LocalDate today, Instant now) {
        var ids = money.matured(organisationId, today, PAGE);
        settle(organisationId, ids, today, now);
        return ids.size();
    }

    /**
     * Reminds the owners of a page of promises that fall due on the next working day, each once.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean remind(UUID organisationId, LocalDate today, Instant now) {
        var due = money.remind(organisationId, today, PAGE);
        due.stream()
                .filter(PromiseMoneyQueries.Due::stands)
                .forEach(each -> news.dueSoon(organisationId, each, today, now));
        return due.size() == PAGE;
    }

    /** Money that came, or is gone again, decides at once. */
    void follow(@Observes OpenAmountsMoved moved) {
        var receivables = moved.receivableIds().toArray(UUID[]::new);
        var ids = money.over(moved.organisationId(), receivables);
        if (!ids.isEmpty()) {
            var today = organisations.settings(moved.organisationId()).today(moved.now());
            settle(moved.organisationId(), ids, today, moved.now());
        }
    }

    private void settle(UUID organisationId, List<UUID> ids, LocalDate today, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        var came = money.came(organisationId, ids.toArray(UUID[]::new)).stream()
                .collect(groupingBy(PromiseMoneyQueries.Came::promiseId));
        for (var promise : queries.all(ids)) {
            settle(organisationId, promise, came.getOrDefault(promise.id, List.of()), today, now);
        }
    }

    private void settle(
            UUID organisationId, Promise promise, List<PromiseMoneyQueries.Came> parts, LocalDate today, Instant now) {
        var came = sum(promise, parts, PromiseMoneyQueries.Came::came);
        var payable = sum(promise, parts, PromiseMoneyQueries.Came::payable);
        var outcome = PromiseOutcome.of(promise.promised(), came, payable, promise.hasMatured(today));
        boolean turned = turn(promise, PromiseState.of(outcome), came);
        if (promise.isOpen()) {
            holding.hold(organisationId, promise, missing(parts), today);
        }
        if (turned) {
            holding.turned(organisationId, promise, today, now);
        }
    }

    /** What is open again while a newer one has taken its place stays replaced. */
    private boolean turn(Promise promise, PromiseState outcome, Money came) {
        boolean turned = promise.settle(outcome, came);
        if (turned && promise.isOpen()) {
            queries.newer(promise.id, PromiseState.OPEN).stream().findFirst().ifPresent(promise::supersede);
        }
        return turned;
    }

    private static Money sum(
            Promise promise,
            List<PromiseMoneyQueries.Came> parts,
            Function<PromiseMoneyQueries.Came, BigDecimal> amount) {
        return Money.of(parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add), promise.currency);
    }

    private static Map<UUID, Money> missing(List<PromiseMoneyQueries.Came> parts) {
        var missing = new LinkedHashMap<UUID, Money>();
        for (var part : parts) {
            var rest = part.promised().subtract(part.came()).max(BigDecimal.ZERO);
            missing.put(part.receivableId(), Money.of(rest, part.currency()));
        }
        return missing;
    }
}
