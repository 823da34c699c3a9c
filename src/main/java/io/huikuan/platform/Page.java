package io.huikuan.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "Absent on the last page.", example = "MR9DLTAwNDI")
        String nextCursor) {
    /**
     * Cuts a page out of rows that were asked for with {@link PageRequest#rows()}, one more than fits.
     *
     * @param keys the sort keys of a row, in the order of the list, ending in its id
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<?>> keys) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, request.limit());
        return new Page<>(
                List.copyOf(items), Cursor.after(keys.apply(items.getLast())).encoded());
    }

    /** The same page with what was made of its items. */
    public <R> Page<R> with(List<R> views) {
        return new Page<>(views, nextCursor);
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
