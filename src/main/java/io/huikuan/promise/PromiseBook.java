package io.huikuan.promise;

import static java.util.stream.Collectors.groupingBy;

import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where promises stand written. */
@ApplicationScoped
class PromiseBook {
    private final Promises promises;
    private final PromiseParts parts;
    private final PromiseQueries queries;

    PromiseBook(Promises promises, PromiseParts parts, PromiseQueries queries) {
        this.promises = promises;
        this.parts = parts;
        this.queries = queries;
    }

    boolean hasContact(UUID contactId, UUID customerId) {
        return queries.countContact(contactId, customerId) > 0;
    }

    /** @throws AlreadyExists when there is a promise of this id */
    void requireUnused(UUID id) {
        if (promises.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
    }

    /** Those that are open over one of these receivables of a locked customer. */
    List<Promise> openOver(List<UUID> receivables) {
        return queries.over(PromiseState.OPEN, receivables);
    }

    void write(Promise promise, Map<UUID, Money> shares) {
        promises.persist(promise);
        shares.forEach((receivable, amount) -> parts.persist(new PromisePart(promise.id, receivable, amount.amount())));
        promises.flush();
    }

    /** @throws NotFound when it is not the viewer's to see */
    UUID customerOf(Viewer viewer, UUID id) {
        return queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Its customer is locked. */
    Promise one(UUID id) {
        return promises.findByIdOptional(id).orElseThrow(NotFound::new);
    }

    void flush() {
        promises.flush();
    }

    Optional<PromiseView> view(Viewer viewer, UUID id) {
        var rows = queries.visible(id, viewer.seesAll(), viewer.owners());
        return views(rows).stream().findFirst();
    }

    PromiseView view(Promise promise, String customerName) {
        return views(List.of(new PromiseQueries.Row(promise, customerName))).getFirst();
    }

    List<PromiseView> views(List<PromiseQueries.Row> rows) {
        var ids = rows.stream().map(row -> row.promise().id).toList();
        var byPromise = ids.isEmpty()
                ? Map.<UUID, List<PromiseQueries.Part>>of()
                : queries.parts(ids).stream().collect(groupingBy(PromiseQueries.Part::promiseId));
        return rows.stream()
                .map(row -> PromiseView.of(row, byPromise.getOrDefault(row.promise().id, List.of())))
                .toList();
    }
}
