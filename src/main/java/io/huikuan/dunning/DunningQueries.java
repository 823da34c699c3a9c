package io.huikuan.dunning;

import io.huikuan.rules.LadderPosition;
import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What the looks at customers read and write, a page at a time. */
interface DunningQueries {
    EntityManager entityManager();

    /** Where customers are reminded at all. */
    @SQL("""
            insert into dunning_run (organisation_id, business_date, reached)
            select :organisationId, :businessDate, '00000000-0000-0000-0000-000000000000'
            where exists (select 1 from dunning_rule where organisation_id = :organisationId and policy_id is not null)
            on conflict (organisation_id, business_date) do nothing""")
    int open(UUID organisationId, LocalDate businessDate);

    /** Where the next page begins. Locked until the transaction ends; nothing where all are done, or somebody else is at it. */
    @SQL("""
            select reached from dunning_run
            where organisation_id = :organisationId and business_date = :businessDate and finished_at is null
            for update skip locked""")
    List<UUID> turn(UUID organisationId, LocalDate businessDate);

    @SQL(
            "update dunning_run set reached = :reached where organisation_id = :organisationId and business_date = :businessDate")
    int reach(UUID organisationId, LocalDate businessDate, UUID reached);

    @SQL(
            "update dunning_run set finished_at = :now where organisation_id = :organisationId and business_date = :businessDate")
    int finish(UUID organisationId, LocalDate businessDate, Instant now);

    /** A customer who is reminded, and how. Channels as a list with commas. */
    record Customer(
            UUID id,
            UUID ownerId,
            UUID policyId,
            String approval,
            int approvalDays,
            String channels,
            @Nullable BigDecimal minimumAmount,
            @Nullable String minimumCurrency) {
        Optional<Money> minimum() {
            return minimumAmount == null || minimumCurrency == null
                    ? Optional.empty()
                    : Optional.of(Money.of(minimumAmount, minimumCurrency));
        }
    }

    /** Who owes something, and has no letter of this day and none that is yet to go out. */
    @SQL("""
            select d.customer_id as id, d.owner_id, d.policy_id, d.approval, d.approval_days, array_to_string(d.channels, ',') as channels,
                d.minimum_amount, d.minimum_currency
            from dunned_customer d
            where d.organisation_id = :organisationId and d.customer_id > :afterId
              and exists (
                  select 1 from receivable r
                  where r.organisation_id = :organisationId and r.customer_id = d.customer_id and r.open_amount > 0)
              and not exists (
                  select 1 from dunning_letter l
                  where l.organisation_id = :organisationId and l.customer_id = d.customer_id
                    and (l.state in ('PROPOSED', 'APPROVED') or l.business_date >= :businessDate))
            order by d.customer_id limit :rows""")
    List<Customer> customers(UUID organisationId, LocalDate businessDate, UUID afterId, int rows);

    /** What a customer owes, and where it stands on the customer's ladder as of the due date that it had then. */
    record Due(
            UUID receivableId,
            UUID customerId,
            LocalDate dueOn,
            BigDecimal amount,
            String currency,
            int promisesBroken,
            @Nullable LocalDate lastDueOn,
            @Nullable Integer lastOffsetDays,
            @Nullable Integer lastOccurrence,
            @Nullable LocalDate lastOn,
            @Nullable Integer lastPromisesBroken) {
        Money open() {
            return Money.of(amount, currency);
        }

        boolean promiseBroken() {
            return promisesBroken > Objects.requireNonNullElse(lastPromisesBroken, 0);
        }

        Optional<LadderPosition> last() {
            return lastOffsetDays == null || lastOccurrence == null || lastOn == null || !dueOn.equals(lastDueOn)
                    ? Optional.empty()
                    : Optional.of(new LadderPosition(lastOffsetDays, lastOccurrence, lastOn, false));
        }
    }

    /** Not what has a hold of any kind and amount: while the salesperson's ladder waits, the customer's does. */
    @SQL("""
            select r.id as receivable_id, r.customer_id, r.due_on, r.open_amount as amount, r.currency,
                (select cast(count(*) as int) from promise_part s
                 join promise p on p.organisation_id = :organisationId and p.id = s.promise_id and p.state = 'BROKEN'
                 where s.organisation_id = :organisationId and s.receivable_id = r.id) as promises_broken,
                i.due_on as last_due_on, i.offset_days as last_offset_days, i.occurrence as last_occurrence, i.business_date as last_on,
                i.promises_broken as last_promises_broken
            from receivable r
            left join lateral (
                select x.due_on, x.offset_days, x.occurrence, l.business_date, x.promises_broken
                from dunning_item x
                join dunning_letter l on l.organisation_id = :organisationId and l.id = x.letter_id
                where x.organisation_id = :organisationId and x.receivable_id = r.id
                order by l.business_date desc limit 1) i on true
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds) and r.open_amount > 0
              and not exists (
                  select 1 from hold h
                  where h.organisation_id = :organisationId and h.receivable_id = r.id and h.ended_at is null
                    and h.starts_on <= :businessDate and (h.ends_on is null or h.ends_on >= :businessDate))
            order by r.customer_id, r.due_on, r.id""")
    List<Due> due(UUID organisationId, UUID[] customerIds, LocalDate businessDate);

    /** Somebody who can be written to, and by what. */
    record Contact(UUID customerId, UUID id, boolean byMail, boolean byText) {
        boolean isReachedBy(DunningChannel channel) {
            return switch (channel) {
                case EMAIL -> byMail;
                case SMS -> byText;
            };
        }
    }

    /** Who is to get the customer's letters first, then the preferred contact, then the others by name. */
    @SQL("""
            select k.customer_id, k.contact_id as id, k.email is not null as by_mail, k.phone is not null as by_text
            from contact_address k
            where k.organisation_id = :organisationId and k.customer_id = any(:customerIds) and num_nonnulls(k.email, k.phone) > 0
            order by k.customer_id, k.dunned desc, k.preferred desc, k.name, k.contact_id""")
    List<Contact> contacts(UUID organisationId, UUID[] customerIds);

    /** Expiry days may have null elements: those letters need no approval. */
    @SQL("""
            insert into dunning_letter (
                organisation_id, id, customer_id, contact_id, business_date, state, expires_on, off_token, made_at, version)
            select :organisationId, w.id, w.customer_id, w.contact_id, :businessDate,
                case when w.expires_on is null then 'APPROVED' else 'PROPOSED' end, w.expires_on, w.off_token, :now, 0
            from unnest(:ids, :customerIds, :contactIds, :expiresOn, :offTokens) as w(id, customer_id, contact_id, expires_on, off_token)""")
    int write(
            UUID organisationId,
            UUID[] ids,
            UUID[] customerIds,
            UUID[] contactIds,
            LocalDate[] expiresOn,
            String[] offTokens,
            LocalDate businessDate,
            Instant now);

    @SQL("""
            insert into dunning_item (
                organisation_id, letter_id, receivable_id, policy_id, policy_version, due_on, offset_days, occurrence, promises_broken,
                open_amount, currency)
            select :organisationId, w.letter_id, w.receivable_id, w.policy_id, w.policy_version, w.due_on, w.offset_days, w.occurrence,
                w.promises_broken, w.open_amount, w.currency
            from unnest(:letterIds, :receivableIds, :policyIds, :policyVersions, :dueOns, :offsets, :occurrences, :promisesBroken, :amounts,
                    :currencies)
                as w(letter_id, receivable_id, policy_id, policy_version, due_on, offset_days, occurrence, promises_broken, open_amount, currency)""")
    int list(
            UUID organisationId,
            UUID[] letterIds,
            UUID[] receivableIds,
            UUID[] policyIds,
            Integer[] policyVersions,
            LocalDate[] dueOns,
            Integer[] offsets,
            Integer[] occurrences,
            Integer[] promisesBroken,
            BigDecimal[] amounts,
            String[] currencies);
}
