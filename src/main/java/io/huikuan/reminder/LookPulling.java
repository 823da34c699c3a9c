package io.huikuan.reminder;

import io.huikuan.assignment.AssignmentChanged;
import io.huikuan.calendar.CalendarChanged;
import io.huikuan.customer.CustomersReclassified;
import io.huikuan.platform.Ids;
import io.huikuan.promise.PromiseSettling;
import io.huikuan.receivable.ReceivableLooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Has receivables looked at anew when their policy may be another one, or other days are worked. Whoever changes it only leaves word, in the transaction of the
 * change; the rows are pulled before the next run, a page a transaction. So are promises decided on that have come to their end.
 */
@ApplicationScoped
public class LookPulling {
    private static final int PAGE = 5_000;

    /** What stands for all customers and contracts. */
    private static final UUID[] ALL = new UUID[0];

    private final LookPullQueries queries;
    private final ReceivableLooks looks;
    private final PromiseSettling promises;

    LookPulling(LookPullQueries queries, ReceivableLooks looks, PromiseSettling promises) {
        this.queries = queries;
        this.looks = looks;
        this.promises = promises;
    }

    void assigned(@Observes AssignmentChanged event) {
        var subject = event.subjectId();
        queries.request(
                event.organisationId(),
                Ids.next(),
                event.customerClass(),
                subject == null ? ALL : new UUID[] {subject});
    }

    void reclassified(@Observes CustomersReclassified event) {
        queries.request(
                event.organisationId(), Ids.next(), null, event.customerIds().toArray(UUID[]::new));
    }

    void reckonedOtherwise(@Observes CalendarChanged event) {
        queries.request(event.organisationId(), Ids.next(), null, ALL);
    }

    /**
     * Decides on the next page of promises whose last day is over: a broken one moves its receivables up on the very day.
     *
     * @return false when nothing is left, or somebody else has it in hand
     */
    @Transactional
    public boolean settleSome(UUID organisationId, LocalDate today, Instant now) {
        return promises.settleMatured(organisationId, today, now) > 0;
    }

    /**
     * Pulls the next page of what somebody has left word of.
     *
     * @return false when nothing is left, or somebody else has it in hand
     */
    @Transactional
    public boolean pullSome(UUID organisationId, LocalDate today) {
        var waiting = queries.next(organisationId);
        if (waiting.isEmpty()) {
            return false;
        }
        var pull = waiting.getFirst();
        var page = queries.page(organisationId, pull, PAGE);
        looks.pull(organisationId, page, today);
        if (page.size() < PAGE) {
            queries.finish(organisationId, pull);
        } else {
            queries.reach(organisationId, pull, page.getLast());
        }
        return true;
    }
}
