package io.huikuan.dunning;

import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface LetterQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            UUID customerId,
            String customerName,
            UUID contactId,
            String contactName,
            String state,
            LocalDate businessDate,
            @Nullable LocalDate expiresOn,
            Instant madeAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable Instant endedAt,
            @Nullable String because,
            long version) {}

    /** Newest first. */
    @SQL("""
            select l.id, l.customer_id, c.name as customer_name, l.contact_id, k.name as contact_name, l.state, l.business_date,
                l.expires_on, l.made_at, l.decided_by, l.decided_at, l.reason, l.ended_at, l.because, l.version
            from dunning_letter l
            join customer c on c.organisation_id = :organisationId and c.id = l.customer_id
            join contact k on k.organisation_id = :organisationId and k.id = l.contact_id
            where l.organisation_id = :organisationId and (:all or c.owner_id = any(:owners))
              and (cast(:id as uuid) is null or l.id = :id)
              and (cast(:state as text) is null or l.state = :state)
              and (cast(:customerId as uuid) is null or l.customer_id = :customerId)
              and (cast(:afterId as uuid) is null or l.id < :afterId)
            order by l.id desc limit :rows""")
    List<Row> list(
            UUID organisationId,
            boolean all,
            UUID[] owners,
            @Nullable UUID id,
            @Nullable String state,
            @Nullable UUID customerId,
            @Nullable UUID afterId,
            int rows);

    record Item(
            UUID letterId,
            UUID receivableId,
            String number,
            LocalDate dueOn,
            UUID policyId,
            int policyVersion,
            int offsetDays,
            int occurrence,
            BigDecimal openAmount,
            String currency,
            @Nullable BigDecimal askedAmount) {}

    /** Of letters that the viewer sees. */
    @SQL("""
            select i.letter_id, i.receivable_id, r.number, i.due_on, i.policy_id, i.policy_version, i.offset_days, i.occurrence, i.open_amount,
                i.currency, i.asked_amount
            from dunning_item i
            join receivable r on r.organisation_id = :organisationId and r.id = i.receivable_id
            where i.organisation_id = :organisationId and i.letter_id = any(:letterIds)
            order by i.letter_id, i.due_on, r.number, i.receivable_id""")
    List<Item> items(UUID organisationId, UUID[] letterIds);

    record Locked(
            UUID customerId,
            UUID ownerId,
            UUID contactId,
            LocalDate businessDate,
            String state,
            @Nullable LocalDate expiresOn,
            long version) {}

    /** Until the transaction ends. */
    @SQL("""
            select l.customer_id, c.owner_id, l.contact_id, l.business_date, l.state, l.expires_on, l.version
            from dunning_letter l
            join customer c on c.organisation_id = :organisationId and c.id = l.customer_id
            where l.organisation_id = :organisationId and l.id = :id and (:all or c.owner_id = any(:owners))
            for update of l""")
    List<Locked> lock(UUID organisationId, UUID id, boolean all, UUID[] owners);

    @SQL("""
            update dunning_letter set state = :state, decided_by = :decidedBy, decided_at = :now, reason = cast(:reason as text),
                version = version + 1
            where organisation_id = :organisationId and id = :id""")
    int decide(UUID organisationId, UUID id, String state, UUID decidedBy, @Nullable String reason, Instant now);

    /** Nothing where it is in none of these states. */
    @SQL("""
            update dunning_letter set state = :state, because = cast(:because as text), ended_at = :now, version = version + 1
            where organisation_id = :organisationId and id = :id and state = any(:from)""")
    int end(UUID organisationId, UUID id, String[] from, String state, @Nullable String because, Instant now);

    /** @return those that had not gone out yet */
    @SQL("""
            with void as (
                update dunning_letter set state = 'VOID', because = 'OPTED_OUT', ended_at = :now, version = version + 1
                where organisation_id = :organisationId and contact_id = :contactId and state in ('PROPOSED', 'APPROVED')
                returning id)
            select id from void""")
    List<UUID> dropFor(UUID organisationId, UUID contactId, Instant now);

    record Waiting(UUID id, UUID customerId) {}

    /** For approval. */
    @SQL("""
            select id, customer_id from dunning_letter
            where organisation_id = :organisationId and customer_id = any(:customerIds) and state = 'PROPOSED'""")
    List<Waiting> waiting(UUID organisationId, UUID[] customerIds);

    /** @return those that nobody has decided on in time */
    @SQL("""
            with expired as (
                update dunning_letter set state = 'EXPIRED', ended_at = :now, version = version + 1
                where organisation_id = :organisationId and state = 'PROPOSED' and expires_on < :today
                returning id)
            select id from expired""")
    List<UUID> expire(UUID organisationId, LocalDate today, Instant now);

    /** Whose letter carries this in its link. */
    @SQL("select contact_id from dunning_letter where organisation_id = :organisationId and off_token = :offToken")
    List<UUID> contactBy(UUID organisationId, String offToken);

    /**
     * What a letter's words need besides what it asks for.
     *
     * @param ownerMail where an answer goes; null where the owner has said none
     */
    record Draft(
            UUID customerId,
            String customerName,
            String contactName,
            String locale,
            String organisationName,
            String timeZone,
            UUID ownerId,
            String ownerName,
            @Nullable String ownerMail,
            String offToken,
            String state) {}

    @SQL("""
            select l.customer_id, c.name as customer_name, k.name as contact_name, k.locale, o.name as organisation_name, o.time_zone,
                c.owner_id, u.display_name as owner_name, s.email as owner_mail, l.off_token, l.state
            from dunning_letter l
            join customer c on c.organisation_id = :organisationId and c.id = l.customer_id
            join contact_address k on k.organisation_id = :organisationId and k.contact_id = l.contact_id
            join app_user u on u.organisation_id = :organisationId and u.id = c.owner_id
            join organisation o on o.id = :organisationId
            left join notification_rule s on s.organisation_id = :organisationId and s.user_id = c.owner_id
            where l.organisation_id = :organisationId and l.id = :id and (:all or c.owner_id = any(:owners))""")
    List<Draft> draft(UUID organisationId, UUID id, boolean all, UUID[] owners);

    record Asked(UUID receivableId, String number, LocalDate dueOn, BigDecimal amount, String currency) {
        Money open() {
            return Money.of(amount, currency);
        }
    }

    /** As the books are now: not what is paid, held, or due on another day than when the letter was made. */
    @SQL("""
            select r.id as receivable_id, r.number, r.due_on, r.open_amount as amount, r.currency
            from dunning_item i
            join receivable r on r.organisation_id = :organisationId and r.id = i.receivable_id and r.open_amount > 0 and r.due_on = i.due_on
            where i.organisation_id = :organisationId and i.letter_id = :letterId
              and not exists (
                  select 1 from hold h
                  where h.organisation_id = :organisationId and h.receivable_id = r.id and h.ended_at is null
                    and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today))
            order by r.due_on, r.number, r.id""")
    List<Asked> asked(UUID organisationId, UUID letterId, LocalDate today);

    /** Writes down what a letter asks for as it goes out; null for what is left out. */
    @SQL("""
            update dunning_item i set asked_amount = (
                select w.amount from unnest(:receivableIds, :amounts) as w(receivable_id, amount) where w.receivable_id = i.receivable_id)
            where i.organisation_id = :organisationId and i.letter_id = :letterId""")
    int ask(UUID organisationId, UUID letterId, UUID[] receivableIds, BigDecimal[] amounts);
}
