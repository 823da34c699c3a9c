package io.huikuan.notification;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What became of something, to be told to some people; each is told once.
 *
 * @param amount that it is about
 * @param day that the words name: of the receipt, or on which it happened
 */
public record EventNotice(
        NoticeKind kind, About about, UUID customerId, Collection<UUID> recipients, Money amount, LocalDate day) {
    public EventNotice {
        recipients = List.copyOf(recipients);
    }

    /** What it is that something became of. */
    public sealed interface About {}

    public record Payment(UUID id) implements About {}

    public record PlanVersion(UUID contractId, int number) implements About {}

    /** @param turn how often its state had turned by then */
    public record Promise(UUID id, int turn) implements About {}

    public record Dispute(UUID id) implements About {}
}
