package io.huikuan.promise;

import io.huikuan.calendar.CalendarChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Where other days are worked than before, there is more or less time for what is promised. */
@ApplicationScoped
class PromiseCalendar {
    private final PromiseQueries queries;
    private final PromiseHolding holding;
    private final PromiseTerms terms;

    PromiseCalendar(PromiseQueries queries, PromiseHolding holding, PromiseTerms terms) {
        this.queries = queries;
        this.holding = holding;
        this.terms = terms;
    }

    void follow(@Observes CalendarChanged changed) {
        var organisationId = changed.organisationId();
        holding.lock(organisationId, queries.customersOf(PromiseState.OPEN));
        var calendar = terms.calendar(organisationId);
        for (var promise : queries.in(PromiseState.OPEN)) {
            if (promise.reckon(calendar)) {
                holding.move(organisationId, promise);
            }
        }
    }
}
