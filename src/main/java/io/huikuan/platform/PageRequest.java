package io.huikuan.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=&cursor=}, the same for every list. */
public class PageRequest {
    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "At most this many items (1 to 200).", example = "50")
    int limit = 50;

    @RestQuery
    @Nullable
    @Parameter(description = "Where to go on: the `nextCursor` of the page before.", example = "MR9DLTAwNDI")
    String cursor;

    public int limit() {
        return limit;
    }

    /** How many rows to ask the database for: one more than fits tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /** @throws InvalidRequest when the cursor was not made by this API */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }
}
