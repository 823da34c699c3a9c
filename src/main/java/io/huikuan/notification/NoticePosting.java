package io.huikuan.notification;

import io.huikuan.delivery.DigestPlanning;
import io.huikuan.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Puts notices into inboxes, thousands at a time, and plans the push that tells of them. */
@ApplicationScoped
public class NoticePosting {
    private final NoticeQueries queries;
    private final DigestPlanning digests;

    NoticePosting(NoticeQueries queries, DigestPlanning digests) {
        this.queries = queries;
        this.digests = digests;
    }

    /**
     * Posts what is not there yet: a recipient, receivable, step, occurrence and due date make a notice, and the same again makes nothing.
     *
     * @param businessDate of the run; may lie in the past in a sandbox
     * @return how many are new
     */
    @Transactional
    public int post(
            UUID organisationId, List<NewNotice> notices, LocalDate businessDate, DigestTiming timing, Instant now) {
        if (notices.isEmpty()) {
            return 0;
        }
        var posted = queries.post(
                organisationId,
                column(notices, _ -> Ids.next(), UUID[]::new),
                column(notices, NewNotice::recipientId, UUID[]::new),
                column(notices, notice -> notice.kind().name(), String[]::new),
                column(notices, NewNotice::receivableId, UUID[]::new),
                column(notices, NewNotice::customerId, UUID[]::new),
                column(notices, NewNotice::stepOffsetDays, Integer[]::new),
                column(notices, NewNotice::occurrence, Integer[]::new),
                column(notices, NewNotice::dueOn, LocalDate[]::new),
                column(notices, notice -> notice.open().amount(), BigDecimal[]::new),
                column(notices, notice -> notice.open().currency(), String[]::new),
                businessDate,
                now);
        var recipients = posted.stream().map(NoticeQueries.Posted::recipientId).toList();
        switch (timing) {
            case AT_CHOSEN_TIME -> digests.planAtChosenTime(organisationId, recipients, businessDate, now);
            case NOW -> digests.planAtOnce(organisationId, recipients, businessDate, now);
        }
        return Math.toIntExact(
                posted.stream().mapToLong(NoticeQueries.Posted::notices).sum());
    }

    /** Tells of a payment, in the inbox: part of the transaction in which the payment took its step. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID organisationId, PaymentNotice notice, LocalDate businessDate, Instant now) {
        if (!notice.recipients().isEmpty()) {
            queries.tell(
                    organisationId,
                    notice.recipients().toArray(UUID[]::new),
                    notice.kind().name(),
                    notice.paymentId(),
                    notice.customerId(),
                    notice.receivedOn(),
                    notice.amount().amount(),
                    notice.amount().currency(),
                    businessDate,
                    now);
        }
    }

    /** What waited to be confirmed or rejected was: nobody needs to look any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void claimIsDecided(UUID organisationId, UUID paymentId, Instant now) {
        queries.closeClaim(organisationId, paymentId, now);
    }

    private static <T> T[] column(List<NewNotice> notices, Function<NewNotice, T> value, IntFunction<T[]> array) {
        return notices.stream().map(value).toArray(array);
    }
}
