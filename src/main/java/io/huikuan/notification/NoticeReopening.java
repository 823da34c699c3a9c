package io.huikuan.notification;

import io.huikuan.delivery.TellingPlanning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells again what had been settled, and is open once more. */
@ApplicationScoped
public class NoticeReopening {
    private final NoticeQueries queries;
    private final TellingPlanning tellings;

    NoticeReopening(NoticeQueries queries, TellingPlanning tellings) {
        this.queries = queries;
        this.tellings = tellings;
    }

    /**
     * Whoever was told of these receivables has the last telling new in the inbox, and in that day's digest. The ladder itself goes on
     * from where it stood: a step that was told is not told a second time by a run. Part of the transaction that reopens them.
     *
     * @param businessDate from when on they are open again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(UUID organisationId, Collection<UUID> receivableIds, LocalDate businessDate, Instant now) {
        var recipients = receivableIds.isEmpty()
                ? List.<UUID>of()
                : queries.reopen(organisationId, receivableIds.toArray(UUID[]::new), businessDate, now);
        if (!recipients.isEmpty()) {
            tellings.planAtChosenTime(organisationId, recipients, businessDate, now);
        }
    }
}
