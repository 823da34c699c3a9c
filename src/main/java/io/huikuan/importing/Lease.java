package io.huikuan.importing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a file, and what is needed for it. Each page renews it; whoever has lost it to somebody else can write
 * nothing any more.
 *
 * @param token of this right; a later holder has another
 * @param attempts how often the file was taken up since it last got on
 * @param rowsRead how many rows are done with
 */
record Lease(
        UUID organisationId,
        UUID importId,
        UUID requestedBy,
        String spec,
        String timeZone,
        @Nullable String acceptLanguage,
        UUID token,
        int attempts,
        long rowsRead) {
    /** Many times as long as the slowest page takes. */
    static final Duration TIME = Duration.ofMinutes(1);

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(timeZone));
    }
}
