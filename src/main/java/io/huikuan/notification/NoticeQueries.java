package io.huikuan.notification;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface NoticeQueries {
    EntityManager entityManager();

    /**
     * How many notices of a kind are new to whom.
     *
     * @param tellable of these, not for the inbox alone
     */
    record Posted(UUID recipientId, String kind, long notices, long tellable) {}

    /** Channels: names with commas in between, none in an empty text; null for any. */
    @SQL("""
            with posted as (
                insert into notice (
                    organisation_id, id, recipient_id, kind, receivable_id, customer_id, step_offset_days, occurrence, due_on,
                    open_amount, currency, channels, business_date, state, created_at)
                select :organisationId, w.id, w.recipient_id, w.kind, w.receivable_id, w.customer_id, w.step_offset_days, w.occurrence,
                    w.due_on, w.open_amount, w.currency, string_to_array(w.channels, ','), :businessDate, 'UNSEEN', :now
                from unnest(:ids, :recipients, :kinds, :receivables, :customers, :stepOffsets, :occurrences, :dueOn, :amounts, :currencies,
                    :channels) as w(id, recipient_id, kind, receivable_id, customer_id, step_offset_days, occurrence, due_on, open_amount,
                        currency, channels)
                on conflict (organisation_id, receivable_id, recipient_id, step_offset_days, occurrence, due_on) do nothing
                returning recipient_id, kind, channels)
            select recipient_id, kind, count(*) as notices, count(*) filter (where channels is distinct from '{}') as tellable
            from posted group by recipient_id, kind""")
    List<Posted> post(
            UUID organisationId,
            UUID[] ids,
            UUID[] recipients,
            String[] kinds,
            UUID[] receivables,
            UUID[] customers,
            Integer[] stepOffsets,
            Integer[] occurrences,
            LocalDate[] dueOn,
            BigDecimal[] amounts,
            String[] currencies,
            String[] channels,
            LocalDate businessDate,
            Instant now);

    /** Who was told by which notice. */
    record Told(UUID recipientId, UUID noticeId) {}

    @SQL("""
            with told as (
            insert into notice (
                organisation_id, id, recipient_id, kind, payment_id, contract_id, plan_version, promise_id, dispute_id, customer_id,
                step_offset_days, occurrence, due_on, open_amount, currency, business_date, state, created_at)
            select :organisationId, uuidv7(), w.recipient_id, :kind, cast(:paymentId as uuid), cast(:contractId as uuid),
                cast(:planVersion as int), cast(:promiseId as uuid), cast(:disputeId as uuid), :customerId, 0, :occurrence, :day, :amount, :currency, :businessDate, 'UNSEEN', :now
            from unnest(:recipients) as w(recipient_id)
            on conflict do nothing
            returning recipient_id, id)
            select recipient_id, id as notice_id from told""")
    List<Told> tell(
            UUID organisationId,
            UUID[] recipients,
            String kind,
            @Nullable UUID paymentId,
            @Nullable UUID contractId,
            @Nullable Integer planVersion,
            @Nullable UUID promiseId,
            @Nullable UUID disputeId,
            int occurrence,
            UUID customerId,
            LocalDate day,
            BigDecimal amount,
            String currency,
            LocalDate businessDate,
            Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and payment_id = :paymentId and kind = 'PAYMENT_CLAIMED' and state <> 'DONE'""")
    int closeClaim(UUID organisationId, UUID paymentId, Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and contract_id = :contractId and plan_version = :planVersion
              and kind = 'PLAN_PROPOSED' and state <> 'DONE'""")
    int closeProposal(UUID organisationId, UUID contractId, int planVersion, Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and promise_id = :promiseId and state <> 'DONE'""")
    int closePromise(UUID organisationId, UUID promiseId, Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and dispute_id = :disputeId and state <> 'DONE'""")
    int closeDispute(UUID organisationId, UUID disputeId, Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and receivable_id = any(:receivables) and state <> 'DONE'""")
    int close(UUID organisationId, UUID[] receivables, Instant now);

    /**
     * Tells what was told last about each of these receivables anew, as of their present due dates.
     *
     * @return whom
     */
    @SQL("""
            with last as (
                select distinct on (n.receivable_id, n.recipient_id) n.id
                from notice n
                join receivable r on r.organisation_id = :organisationId and r.id = n.receivable_id and r.due_on = n.due_on
                where n.organisation_id = :organisationId and n.receivable_id = any(:receivables)
                order by n.receivable_id, n.recipient_id, n.step_offset_days desc, n.occurrence desc),
            told as (
                update notice n set state = 'UNSEEN', snoozed_until = null, state_changed_at = :now, business_date = :businessDate
                from last where n.organisation_id = :organisationId and n.id = last.id
                returning n.recipient_id)
            select distinct recipient_id from told""")
    List<UUID> reopen(UUID organisationId, UUID[] receivables, LocalDate businessDate, Instant now);

    @SQL("""
            select count(*) from customer
            where organisation_id = :organisationId and id = :customerId and (:all = true or owner_id = any(:owners))""")
    long countVisible(UUID organisationId, UUID customerId, boolean all, UUID[] owners);

    /**
     * A notice with the names that its words need.
     *
     * @param name of the customer, or of whose customers were handed over
     * @param number of what it is about, the subject of a task, how many customers were handed over
     */
    record Entry(
            UUID id,
            String kind,
            @Nullable UUID receivableId,
            @Nullable UUID paymentId,
            @Nullable UUID contractId,
            @Nullable UUID promiseId,
            @Nullable UUID disputeId,
            @Nullable UUID followUpId,
            @Nullable UUID letterId,
            @Nullable UUID customerId,
            String name,
            String number,
            LocalDate dueOn,
            @Nullable BigDecimal openAmount,
            @Nullable String currency,
            String state,
            @Nullable Instant snoozedUntil,
            Instant createdAt,
            LocalDate businessDate) {}

    /** Those of all these recipients, newest first, as far as the viewer may still see what they are about. */
    @SQL("""
            select n.id, n.kind, n.receivable_id, n.payment_id, n.contract_id, n.promise_id, n.dispute_id, n.follow_up_id, n.letter_id,
                n.customer_id,
                coalesce(c.name, g.display_name) as name,
                coalesce(r.number, p.reference, d.number, f.subject, cast(h.customers as text),
                    (select cast(count(*) as text) from dunning_item i
                     where i.organisation_id = :organisationId and i.letter_id = n.letter_id and n.letter_id is not null),
                    '') as number,
                n.due_on, n.open_amount, n.currency,
                notice_state_at(n.state, n.snoozed_until, :now) as state, n.snoozed_until, n.created_at, n.business_date
            from notice n
            left join customer c on c.organisation_id = n.organisation_id and c.id = n.customer_id
            left join receivable r on r.organisation_id = n.organisation_id and r.id = n.receivable_id
            left join payment p on p.organisation_id = n.organisation_id and p.id = n.payment_id
            left join contract d on d.organisation_id = n.organisation_id and d.id = n.contract_id
            left join follow_up f on f.organisation_id = n.organisation_id and f.id = n.follow_up_id
            left join hand_over h on h.organisation_id = n.organisation_id and h.id = n.hand_over_id
            left join app_user g on g.organisation_id = n.organisation_id and g.id = h.from_id
            where n.organisation_id = :organisationId and n.recipient_id = any(:recipients)
              and (:all = true or c.owner_id = any(:owners) or f.assignee_id = n.recipient_id or n.customer_id is null)
              and (cast(:state as text) is null or notice_state_at(n.state, n.snoozed_until, :now) = :state)
              and (cast(:afterId as uuid) is null or n.id < :afterId)
            order by n.id desc limit :rows""")
    List<Entry> inbox(
            UUID organisationId,
            UUID[] recipients,
            boolean all,
            UUID[] owners,
            @Nullable String state,
            @Nullable UUID afterId,
            Instant now,
            int rows);

    record Count(String state, long notices) {}

    /** By state, of what {@link #inbox} lists. */
    @SQL("""
            select notice_state_at(n.state, n.snoozed_until, :now) as state, count(*) as notices
            from notice n
            left join customer c on c.organisation_id = n.organisation_id and c.id = n.customer_id
            left join follow_up f on f.organisation_id = n.organisation_id and f.id = n.follow_up_id
            where n.organisation_id = :organisationId and n.recipient_id = any(:recipients) and n.state <> 'DONE'
              and (:all = true or c.owner_id = any(:owners) or f.assignee_id = n.recipient_id or n.customer_id is null)
            group by 1""")
    List<Count> counts(UUID organisationId, UUID[] recipients, boolean all, UUID[] owners, Instant now);
}
