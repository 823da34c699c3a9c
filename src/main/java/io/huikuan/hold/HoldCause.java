package io.huikuan.hold;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds come of.
 *
 * @param id of the promise, dispute or pause
 * @param endsOn the last day held; null where only a decision ends it
 */
public record HoldCause(
        HoldKind kind,
        UUID id,
        UUID customerId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
