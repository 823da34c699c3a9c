package io.huikuan.receivable;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.huikuan.platform.AsOf;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads receivables as they stand, and as they stood on any day, as was known at any moment. */
@ApplicationScoped
class ReceivableReading {
    private final ReceivableQueries queries;
    private final BookQueries books;

    ReceivableReading(ReceivableQueries queries, BookQueries books) {
        this.queries = queries;
        this.books = books;
    }

    Page<ReceivableView> list(Viewer viewer, ReceivableFilter filter, AsOf asOf, PageRequest page, LocalDate today) {
        return asOf.isAsked() ? listThen(viewer, filter, asOf, page, today) : listNow(viewer, filter, page, today);
    }

    /** With what of the customer's money is not applied to anything yet. */
    Optional<ReceivableView> one(Viewer viewer, UUID id, LocalDate today) {
        return queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .map(row -> view(viewer, List.of(row), today)
                        .getFirst()
                        .offering(Money.of(
                                books.unapplied(
                                        viewer.organisationId(),
                                        row.receivable().customerId,
                                        row.receivable().currency),
                                row.receivable().currency)));
    }

    Optional<ReceivableView> oneThen(Viewer viewer, UUID id, AsOf asOf, LocalDate today) {
        var rows = books.oneThen(
                viewer.organisationId(), viewer.seesAll(), viewer.owners(), asOf.day(today), asOf.moment(), id);
        return viewThen(viewer, rows, asOf, today).stream().findFirst();
    }

    private Page<ReceivableView> listNow(Viewer viewer, ReceivableFilter filter, PageRequest page, LocalDate today) {
        var rows = Page.of(
                filter.read(queries, viewer, page, today),
                page,
                row -> List.of(row.receivable().dueOn, row.receivable().id));
        return rows.with(view(viewer, rows.items(), today));
    }

    private Page<ReceivableView> listThen(
            Viewer viewer, ReceivableFilter filter, AsOf asOf, PageRequest page, LocalDate today) {
        var rows = Page.of(
                filter.readThen(books, viewer, page, asOf.day(today), asOf.moment()),
                page,
                row -> List.of(row.dueOn(), row.id()));
        return rows.with(viewThen(viewer, rows.items(), asOf, today));
    }

    private List<ReceivableView> view(Viewer viewer, List<ReceivableQueries.Row> rows, LocalDate today) {
        var settled =
                settled(viewer, rows, row -> row.receivable().id, LocalDate.of(9999, 12, 31), new AsOf().moment());
        var held = held(viewer, rows, today);
        return rows.stream()
                .map(row -> ReceivableView.of(
                        row.receivable(),
                        row.customerName(),
                        row.nextLookOn(),
                        Settled.of(row.receivable().currency, settled.getOrDefault(row.receivable().id, List.of())),
                        OnHold.of(row.receivable().open(), held.get(row.receivable().id)),
                        today))
                .toList();
    }

    private List<ReceivableView> viewThen(Viewer viewer, List<BookQueries.Then> rows, AsOf asOf, LocalDate today) {
        var day = asOf.day(today);
        var settled = settled(viewer, rows, BookQueries.Then::id, day, asOf.moment());
        return rows.stream()
                .map(row -> ReceivableView.of(
                        row,
                        Settled.of(row.currency(), settled.getOrDefault(row.id(), List.of())),
                        day,
                        asOf.knownAt()))
                .toList();
    }

    private Map<UUID, BookQueries.Held> held(Viewer viewer, List<ReceivableQueries.Row> rows, LocalDate today) {
        var ids = rows.stream().map(row -> row.receivable().id).toArray(UUID[]::new);
        return ids.length == 0
                ? Map.of()
                : books.held(viewer.organisationId(), ids, today).stream()
                        .collect(toMap(BookQueries.Held::receivableId, Function.identity()));
    }

    private <T> Map<UUID, List<BookQueries.Part>> settled(
            Viewer viewer, List<T> rows, Function<T, UUID> id, LocalDate day, Instant knownAt) {
        var ids = rows.stream().map(id).toArray(UUID[]::new);
        return ids.length == 0
                ? Map.of()
                : books.settled(viewer.organisationId(), ids, day, knownAt).stream()
                        .collect(groupingBy(BookQueries.Part::receivableId));
    }
}
