package io.huikuan.importing;

import io.huikuan.landing.ImportKind;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how far a file is, and why rows were refused. */
@ApplicationScoped
public class ImportReading {
    private static final int SHOWN = 1000;

    private final ImportQueries queries;

    ImportReading(ImportQueries queries) {
        this.queries = queries;
    }

    /** The newest first; without their problems. */
    @Transactional
    public Page<ImportView> list(@Nullable ImportKind kind, Import.@Nullable State state, PageRequest page) {
        @Nullable UUID after = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.list(kind, state, after, page.rows());
        return Page.of(rows, page, row -> List.of(row.id)).map(row -> ImportView.of(row, null));
    }

    /** @throws NotFound when there is none */
    @Transactional
    public ImportView view(UUID organisationId, UUID id) {
        var found = queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
        return ImportView.of(found, problems(organisationId, id, null));
    }

    /** The next thousand by line. */
    @Transactional
    public List<ImportProblem> problems(UUID organisationId, UUID id, @Nullable ImportProblem after) {
        return queries.problems(
                organisationId,
                id,
                after == null ? null : after.line(),
                after == null ? null : after.column(),
                after == null ? null : after.code(),
                SHOWN);
    }
}
