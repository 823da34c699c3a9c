package io.huikuan.dunning;

import static java.util.stream.Collectors.groupingBy;

import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows letters to whoever sees their customers. */
@ApplicationScoped
class LetterReading {
    private final LetterQueries queries;

    LetterReading(LetterQueries queries) {
        this.queries = queries;
    }

    Page<LetterView> page(Viewer viewer, @Nullable LetterState state, @Nullable UUID customerId, PageRequest page) {
        var rows = Page.of(
                queries.list(
                        viewer.organisationId(),
                        viewer.seesAll(),
                        viewer.owners(),
                        null,
                        state == null ? null : state.name(),
                        customerId,
                        page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                        page.rows()),
                page,
                row -> List.of(row.id()));
        return rows.with(views(viewer, rows.items()));
    }

    /** @throws NotFound when it is not the viewer's to see */
    LetterView one(Viewer viewer, UUID id) {
        var rows = queries.list(viewer.organisationId(), viewer.seesAll(), viewer.owners(), id, null, null, null, 1);
        return views(viewer, rows).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<LetterView> views(Viewer viewer, List<LetterQueries.Row> rows) {
        var items =
                queries
                        .items(
                                viewer.organisationId(),
                                rows.stream().map(LetterQueries.Row::id).toArray(UUID[]::new))
                        .stream()
                        .collect(groupingBy(LetterQueries.Item::letterId));
        return rows.stream()
                .map(row -> LetterView.of(row, items.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
