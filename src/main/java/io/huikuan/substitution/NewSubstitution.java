package io.huikuan.substitution;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A substitution to arrange.
 *
 * @param id of the caller's choosing, or null
 * @param from the first day, by the organisation's calendar date
 * @param to the last day, not before {@code from}
 */
public record NewSubstitution(
        @Nullable UUID id, UUID absentId, UUID substituteId, LocalDate from, LocalDate to, String reason) {}
