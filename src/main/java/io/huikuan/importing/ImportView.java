package io.huikuan.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.landing.ImportKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file that somebody sent, and how far it has got. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ImportKind kind,

        @Schema(required = true, description = "Rows that were taken stay, also when a file fails.")
        Import.State state,

        @Nullable @Schema(example = "Line 812 cannot be read: a quote is not closed, or a cell is too long")
        String failure,

        @Nullable @Schema(example = "open-items.csv") String fileName,
        @Schema(required = true, example = "193422") long bytes,

        @Schema(required = true, example = "2466", description = "Without the header and empty lines.")
        long rowsRead,

        @Schema(required = true, example = "2450") long rowsAccepted,

        @Schema(required = true, example = "6", description = "Rows that were there already, just like that.")
        long rowsUnchanged,

        @Schema(required = true, example = "10") long rowsRefused,

        @Nullable
        @Schema(description = "The first 1,000, by line; all of them at /imports/{id}/refused. Left out in lists.")
        List<ImportProblem> problems,

        @Schema(required = true) Instant createdAt,
        @Nullable Instant finishedAt) {
    static ImportView of(Import source, @Nullable List<ImportProblem> problems) {
        return new ImportView(
                source.id,
                source.kind,
                source.state,
                source.failure,
                source.fileName,
                source.bytes,
                source.rowsRead,
                source.rowsAccepted,
                source.rowsUnchanged,
                source.rowsRefused,
                problems,
                source.createdAt,
                source.finishedAt);
    }

    List<ImportProblem> problemsOrNone() {
        return problems == null ? List.of() : problems;
    }
}
