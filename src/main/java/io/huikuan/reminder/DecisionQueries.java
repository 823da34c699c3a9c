package io.huikuan.reminder;

import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What was decided, for those who ask why. */
interface DecisionQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            UUID runId,
            LocalDate businessDate,
            String fate,
            @Nullable Integer offsetDays,
            @Nullable Integer occurrence,
            @Nullable UUID policyId,
            int policyVersion,
            @Nullable LocalDate dueOn,
            BigDecimal open,
            BigDecimal onHold,
            String currency,
            boolean promiseBroken,
            @Nullable Integer lastOffsetDays,
            @Nullable Integer lastOccurrence,
            @Nullable LocalDate lastSentOn,
            @Nullable Boolean lastAcknowledged,
            LocalDate nextLookOn,
            Instant decidedAt) {
        Money money() {
            return Money.of(open, currency);
        }

        Money held() {
            return Money.of(onHold, currency);
        }
    }

    @SQL("""
            select count(*) from receivable
            where organisation_id = :organisationId and id = :receivableId and (:all or owner_id = any(:owners))""")
    long countVisible(UUID organisationId, UUID receivableId, boolean all, UUID[] owners);

    @SQL("""
            select d.id, d.run_id, d.business_date, d.fate, d.offset_days, d.occurrence, d.policy_id, d.policy_version, d.due_on,
                d.open_amount, d.on_hold, r.currency, d.promise_broken, d.last_offset_days, d.last_occurrence, d.last_sent_on,
                d.last_acknowledged, d.next_look_on, d.decided_at
            from reminder_decision d
            join receivable r on r.organisation_id = :organisationId and r.id = d.receivable_id
            where d.organisation_id = :organisationId and d.receivable_id = :receivableId
              and (cast(:beforeId as uuid) is null or d.id < cast(:beforeId as uuid))
            order by d.id desc limit :rows""")
    List<Row> of(UUID organisationId, UUID receivableId, @Nullable UUID beforeId, int rows);

    /** Who was told by which decision. */
    record Told(UUID decisionId, UUID notificationId, UUID recipientId, String recipientName, String state) {}

    /** The notices of the steps that were sent, by the key that they share with their decisions. */
    @SQL("""
            select d.id as decision_id, n.id as notification_id, n.recipient_id, u.display_name as recipient_name, n.state
            from reminder_decision d
            join notice n on n.organisation_id = :organisationId and n.receivable_id = d.receivable_id
                and n.step_offset_days = d.offset_days and n.occurrence = d.occurrence and n.due_on = d.due_on
            join app_user u on u.organisation_id = :organisationId and u.id = n.recipient_id
            where d.organisation_id = :organisationId and d.receivable_id = :receivableId and d.id = any(:ids) and d.fate = 'SENT'
            order by d.id desc, u.display_name, n.id""")
    List<Told> told(UUID organisationId, UUID receivableId, UUID[] ids);

    /** What brought a notice, or was to, and each attempt at it. */
    record Brought(
            UUID notificationId,
            UUID tellingId,
            String kind,
            String state,
            @Nullable UUID deliveryId,
            @Nullable String channel,
            @Nullable UUID readerId,
            @Nullable String readerName,
            @Nullable String deliveryState,
            @Nullable String outcome,
            @Nullable Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** The recipient's own tellings that are of these notices, and those into which they were merged. */
    @SQL("""
            with recursive bringing (notice_id, telling_id) as (
                select n.id, t.id from notice n
                join telling t on t.organisation_id = :organisationId and t.recipient_id = n.recipient_id
                  and (t.kind = 'DIGEST' and n.business_date between coalesce(t.since_date, t.business_date) and t.business_date
                    or t.kind = n.kind and t.about_day = n.business_date)
                where n.organisation_id = :organisationId and n.id = any(:notices)
                union
                select b.notice_id, t.merged_into from bringing b
                join telling t on t.organisation_id = :organisationId and t.id = b.telling_id and t.merged_into is not null)
            select b.notice_id as notification_id, t.id as telling_id, t.kind, t.state, y.id as delivery_id, y.channel, y.reader_id,
                u.display_name as reader_name, y.state as delivery_state, y.outcome, y.created_at, y.finished_at
            from bringing b
            join notice n on n.organisation_id = :organisationId and n.id = b.notice_id
            join telling t on t.organisation_id = :organisationId and t.id = b.telling_id
            left join delivery y on y.organisation_id = :organisationId and y.telling_id = t.id
              and (n.channels is null or y.channel = any(n.channels))
            left join app_user u on u.organisation_id = :organisationId and u.id = y.reader_id
            order by b.notice_id, t.id, y.id""")
    List<Brought> brought(UUID organisationId, UUID[] notices);
}
