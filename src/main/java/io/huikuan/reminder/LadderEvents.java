package io.huikuan.reminder;

import io.huikuan.notification.NoticeAcknowledged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What happens elsewhere and moves a ladder, in the transaction in which it happens. */
@ApplicationScoped
class LadderEvents {
    private final ReminderQueries queries;

    LadderEvents(ReminderQueries queries) {
        this.queries = queries;
    }

    /** Whichever telling of the step was acknowledged, the step need not be told again. */
    void acknowledged(@Observes NoticeAcknowledged event) {
        queries.acknowledge(event.organisationId(), event.receivableId(), event.stepOffsetDays(), event.dueOn());
    }
}
