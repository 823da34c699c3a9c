package io.huikuan.payment;

import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells finance of claims, and the customer's owner and the owner's manager of what became of a payment. */
@ApplicationScoped
class PaymentNews {
    private final PaymentQueries queries;
    private final Escalation escalation;
    private final NoticePosting notices;

    PaymentNews(PaymentQueries queries, Escalation escalation, NoticePosting notices) {
        this.queries = queries;
        this.escalation = escalation;
        this.notices = notices;
    }

    void tell(@Observes PaymentMoved moved) {
        var recipients = new LinkedHashSet<>(
                moved.step() == PaymentStep.CLAIMED
                        ? escalation.finance(moved.organisationId())
                        : ownerAndManager(moved));
        recipients.remove(moved.actorId());
        var about = new EventNotice.Payment(moved.paymentId());
        if (moved.step() != PaymentStep.CLAIMED) {
            notices.isDecided(moved.organisationId(), about, moved.now());
        }
        var notice = new EventNotice(
                kind(moved.step()), about, moved.customerId(), recipients, moved.amount(), moved.receivedOn());
        notices.tell(moved.organisationId(), notice, moved.today(), moved.now());
    }

    private Set<UUID> ownerAndManager(PaymentMoved moved) {
        var told = new LinkedHashSet<UUID>();
        for (var owner : queries.ownerOf(moved.organisationId(), moved.customerId())) {
            told.add(owner.id());
            escalation
                    .chains(moved.organisationId(), List.of(owner.id()))
                    .values()
                    .forEach(chain -> chain.manager().ifPresent(told::add));
        }
        return told;
    }

    private static NoticeKind kind(PaymentStep step) {
        return switch (step) {
            case CLAIMED -> NoticeKind.PAYMENT_CLAIMED;
            case SECURED -> NoticeKind.PAYMENT_SECURED;
            case CONFIRMED -> NoticeKind.PAYMENT_CONFIRMED;
            case CLEARED -> NoticeKind.PAYMENT_CLEARED;
            case REJECTED -> NoticeKind.PAYMENT_REJECTED;
            case BOUNCED -> NoticeKind.PAYMENT_BOUNCED;
            case REVERSED -> NoticeKind.PAYMENT_REVERSED;
        };
    }
}
