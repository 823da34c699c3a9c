package io.huikuan.notification;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface WorkNoticeQueries {
    EntityManager entityManager();

    record Told(UUID recipientId, UUID noticeId) {}

    /** What was told of these tasks is over, as for everybody who was told. */
    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and follow_up_id = any(:followUps) and state <> 'DONE'""")
    int close(UUID organisationId, UUID[] followUps, Instant now);

    @SQL("""
            with told as (
                insert into notice (
                    organisation_id, id, recipient_id, kind, follow_up_id, customer_id, step_offset_days, occurrence, due_on,
                    business_date, state, created_at)
                select :organisationId, uuidv7(), w.recipient_id, 'TASK_DUE', w.follow_up_id, w.customer_id, 0, w.occurrence, w.due_on,
                    :businessDate, 'UNSEEN', :now
                from unnest(:recipients, :followUps, :customers, :occurrences, :dueOn)
                    as w(recipient_id, follow_up_id, customer_id, occurrence, due_on)
                on conflict do nothing
                returning recipient_id, id)
            select recipient_id, id as notice_id from told""")
    List<Told> tellOfTasks(
            UUID organisationId,
            UUID[] recipients,
            UUID[] followUps,
            UUID[] customers,
            Integer[] occurrences,
            LocalDate[] dueOn,
            LocalDate businessDate,
            Instant now);

    @SQL("""
            with told as (
                insert into notice (
                    organisation_id, id, recipient_id, kind, hand_over_id, step_offset_days, occurrence, due_on, business_date, state,
                    created_at)
                values (:organisationId, uuidv7(), :recipientId, 'CUSTOMERS_HANDED_OVER', :handOverId, 0, 1, :day, :day, 'UNSEEN', :now)
                on conflict do nothing
                returning recipient_id, id)
            select recipient_id, id as notice_id from told""")
    List<Told> tellOfHandOver(UUID organisationId, UUID recipientId, UUID handOverId, LocalDate day, Instant now);
}
