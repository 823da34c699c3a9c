package io.huikuan.customer;

import java.time.Instant;
import java.util.UUID;

/** A contact wants no more letters that remind of what is due; fired within the transaction of the change. */
public record ContactOptedOut(UUID organisationId, UUID contactId, Instant at) implements CustomerEvent {}
