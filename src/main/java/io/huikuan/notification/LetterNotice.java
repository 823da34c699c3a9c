package io.huikuan.notification;

import java.util.UUID;

/** A letter to a customer that waits for somebody's approval. */
public record LetterNotice(UUID recipientId, UUID letterId, UUID customerId) {}
