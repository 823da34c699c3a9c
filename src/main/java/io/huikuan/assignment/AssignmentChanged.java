package io.huikuan.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some receivables may follow another policy from now on; fired within the transaction of the change.
 *
 * @param customerClass null unless the scope is a class
 * @param subjectId the customer or contract; null for other scopes
 */
public record AssignmentChanged(
        UUID organisationId,
        PolicyScope scope,
        @Nullable String customerClass,
        @Nullable UUID subjectId) {}
