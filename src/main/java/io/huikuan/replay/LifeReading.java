package io.huikuan.replay;

import static java.util.stream.Collectors.groupingBy;

import io.huikuan.rules.Held;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReceivableLife;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the lives of receivables, a page at a time, by a number of statements that doesn't depend on its size. */
@ApplicationScoped
class LifeReading {
    record Life(BookQueries.Billed billed, ReceivableLife life) {}

    private final BookQueries queries;

    LifeReading(BookQueries queries) {
        this.queries = queries;
    }

    List<Life> page(PolicyReplay replay, int rows) {
        var organisationId = replay.organisationId();
        var through = replay.through();
        var billed = queries.page(organisationId, replay.from(), through, replay.reached(), rows);
        var ids = billed.stream().map(BookQueries.Billed::id).toArray(UUID[]::new);
        var settled = queries.settled(organisationId, ids, through).stream()
                .collect(groupingBy(BookQueries.Settled::receivableId));
        var postponed = queries.postponed(organisationId, ids, through).stream()
                .collect(groupingBy(BookQueries.Postponed::receivableId));
        var held =
                queries.held(organisationId, ids, through).stream().collect(groupingBy(BookQueries.Held::receivableId));
        var broken = queries.broken(organisationId, ids, through).stream()
                .collect(groupingBy(BookQueries.Broken::receivableId));
        return billed.stream()
                .map(one -> new Life(
                        one,
                        new ReceivableLife(
                                one.issuedOn(),
                                one.money(),
                                one.dueOn(),
                                settled.getOrDefault(one.id(), List.of()).stream()
                                        .map(entry -> new ReceivableLife.Settlement(
                                                entry.effectiveOn(), Money.of(entry.amount(), one.currency())))
                                        .toList(),
                                postponed.getOrDefault(one.id(), List.of()).stream()
                                        .map(entry -> new ReceivableLife.NewDueDate(entry.effectiveOn(), entry.dueOn()))
                                        .toList(),
                                held.getOrDefault(one.id(), List.of()).stream()
                                        .map(hold -> hold(hold, one.currency()))
                                        .toList(),
                                broken.getOrDefault(one.id(), List.of()).stream()
                                        .map(BookQueries.Broken::brokenOn)
                                        .toList())))
                .toList();
    }

    private static ReceivableLife.Hold hold(BookQueries.Held hold, String currency) {
        return new ReceivableLife.Hold(
                hold.startsOn(), new Held(Money.of(hold.amount(), currency), Optional.ofNullable(hold.lastDay())));
    }
}
