package io.huikuan.notification;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A step of a payment, to be told to some people; each is told once. */
public record PaymentNotice(
        NoticeKind kind,
        UUID paymentId,
        UUID customerId,
        Collection<UUID> recipients,
        Money amount,
        LocalDate receivedOn) {
    public PaymentNotice {
        recipients = List.copyOf(recipients);
    }
}
