package io.huikuan.dispute;

import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.rules.Money;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Tells finance and whoever has to clear it up of a dispute, and the customer's owner how it ended. */
@ApplicationScoped
class DisputeNews {
    private final DisputeQueries queries;
    private final Escalation escalation;
    private final NoticePosting notices;

    DisputeNews(DisputeQueries queries, Escalation escalation, NoticePosting notices) {
        this.queries = queries;
        this.escalation = escalation;
        this.notices = notices;
    }

    void raised(UUID organisationId, Dispute dispute, UUID actorId, LocalDate today, Instant now) {
        var told = new LinkedHashSet<>(escalation.finance(organisationId));
        told.add(dispute.handlerId);
        tell(organisationId, NoticeKind.DISPUTE_RAISED, dispute, told, actorId, today, now);
    }

    /** Finance has to decide, and whoever was to clear it up has not. */
    void overdue(UUID organisationId, DisputeQueries.Overdue overdue, LocalDate today, Instant now) {
        var told = new LinkedHashSet<>(escalation.finance(organisationId));
        told.add(overdue.handlerId());
        var contested = Money.of(overdue.amount(), overdue.currency());
        var notice = new EventNotice(
                NoticeKind.DISPUTE_OVERDUE,
                new EventNotice.Dispute(overdue.id()),
                overdue.customerId(),
                told,
                contested,
                overdue.dueOn());
        notices.tell(organisationId, notice, today, now);
    }

    void ended(UUID organisationId, Dispute dispute, UUID actorId, LocalDate today, Instant now) {
        notices.isDecided(organisationId, about(dispute), now);
        var told = new LinkedHashSet<>(queries.ownerOf(dispute.customerId));
        told.add(dispute.handlerId);
        switch (dispute.state) {
            case UPHELD -> tell(organisationId, NoticeKind.DISPUTE_UPHELD, dispute, told, actorId, today, now);
            case REJECTED -> tell(organisationId, NoticeKind.DISPUTE_REJECTED, dispute, told, actorId, today, now);
            case OPEN, WITHDRAWN -> {}
        }
    }

    private void tell(
            UUID organisationId,
            NoticeKind kind,
            Dispute dispute,
            Set<UUID> told,
            UUID actorId,
            LocalDate today,
            Instant now) {
        told.remove(actorId);
        var notice =
                new EventNotice(kind, about(dispute), dispute.customerId, told, dispute.contested(), dispute.dueOn);
        notices.tell(organisationId, notice, today, now);
    }

    private static EventNotice.Dispute about(Dispute dispute) {
        return new EventNotice.Dispute(dispute.id);
    }
}
