package io.huikuan.replay;

import io.huikuan.assignment.PolicyScope;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay at work.
 *
 * @param ladder JSON, as the policy room writes it
 * @param reached the id of the last receivable that it has gone through
 */
public record PolicyReplay(
        UUID organisationId,
        UUID id,
        LocalDate from,
        LocalDate through,
        PolicyScope scope,
        @Nullable String customerClass,
        @Nullable UUID subjectId,
        String ladder,
        UUID reached) {}
