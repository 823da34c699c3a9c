package io.huikuan.promise;

import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.rules.Money;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells the customer's owner what becomes of a promise, and the owner's manager of one that was not kept. */
@ApplicationScoped
class PromiseNews {
    private final PromiseQueries queries;
    private final Escalation escalation;
    private final NoticePosting notices;

    PromiseNews(PromiseQueries queries, Escalation escalation, NoticePosting notices) {
        this.queries = queries;
        this.escalation = escalation;
        this.notices = notices;
    }

    /** It has turned: what was told of it before is told no more. */
    void turned(UUID organisationId, Promise promise, LocalDate today, Instant now) {
        notices.isDecided(organisationId, new EventNotice.Promise(promise.id, promise.turns), now);
        switch (promise.state) {
            case KEPT -> tell(organisationId, NoticeKind.PROMISE_KEPT, promise, today, now);
            case PARTLY_KEPT -> tell(organisationId, NoticeKind.PROMISE_PARTLY_KEPT, promise, today, now);
            case BROKEN -> tell(organisationId, NoticeKind.PROMISE_BROKEN, promise, today, now);
            case OPEN, LAPSED, SUPERSEDED, WITHDRAWN -> {}
        }
    }

    void dueSoon(UUID organisationId, PromiseMoneyQueries.Due due, LocalDate today, Instant now) {
        var notice = new EventNotice(
                NoticeKind.PROMISE_DUE,
                new EventNotice.Promise(due.id(), due.turns()),
                due.customerId(),
                queries.ownerOf(due.customerId()),
                Money.of(due.amount(), due.currency()),
                due.dueOn());
        notices.tell(organisationId, notice, today, now);
    }

    private void tell(UUID organisationId, NoticeKind kind, Promise promise, LocalDate today, Instant now) {
        var notice = new EventNotice(
                kind,
                new EventNotice.Promise(promise.id, promise.turns),
                promise.customerId,
                recipients(organisationId, promise),
                promise.promised(),
                promise.dueOn);
        notices.tell(organisationId, notice, today, now);
    }

    private Set<UUID> recipients(UUID organisationId, Promise promise) {
        var told = new LinkedHashSet<UUID>();
        for (var owner : queries.ownerOf(promise.customerId)) {
            told.add(owner);
            if (promise.state != PromiseState.KEPT) {
                escalation
                        .chains(organisationId, List.of(owner))
                        .values()
                        .forEach(chain -> chain.manager().ifPresent(told::add));
            }
        }
        return told;
    }
}
