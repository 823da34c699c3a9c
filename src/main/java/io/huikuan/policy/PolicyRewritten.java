package io.huikuan.policy;

import java.util.UUID;

/** A policy has a new version; fired within the transaction that writes it. */
public record PolicyRewritten(UUID organisationId, UUID policyId) {}
