package io.huikuan.trigger;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface TriggerQueries {
    EntityManager entityManager();

    record Setting(String kind, boolean active, @Nullable Integer days) {}

    @SQL("select s.kind, s.active, s.days from trigger_setting s where s.organisation_id = :organisationId")
    List<Setting> settings(UUID organisationId);

    @SQL("""
            insert into trigger_setting (organisation_id, kind, active, days, set_by, set_at)
            values (:organisationId, :kind, :active, cast(:days as int), :setBy, :setAt)
            on conflict (organisation_id, kind) do update
            set active = excluded.active, days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at""")
    int set(UUID organisationId, String kind, boolean active, @Nullable Integer days, UUID setBy, Instant setAt);

    @SQL("""
            select count(*) from trigger_run
            where organisation_id = :organisationId and business_date = :businessDate""")
    long countRuns(UUID organisationId, LocalDate businessDate);

    @SQL("""
            insert into trigger_run (organisation_id, business_date, tasks, finished_at)
            values (:organisationId, :businessDate, :tasks, :finishedAt) on conflict do nothing""")
    int finish(UUID organisationId, LocalDate businessDate, int tasks, Instant finishedAt);

    /**
     * An occasion to do something.
     *
     * @param id of what it is about, by which the pages go on
     * @param number of the contract or receivable; empty where it is about the customer
     * @param day that the words name
     * @param mark tells it from an earlier occasion about the same thing
     */
    record Occasion(
            UUID id,
            UUID customerId,
            @Nullable UUID receivableId,
            UUID assigneeId,
            String locale,
            String number,
            LocalDate day,
            String mark) {}

    /** Customers with something overdue, nothing planned, and no contact since a day: of who has never been contacted, since they are here. */
    @SQL("""
            select c.id, c.id as customer_id, cast(null as uuid) as receivable_id, c.owner_id as assignee_id, u.locale, '' as number,
                l.day, cast(l.day as text) as mark
            from customer c
            join organisation o on o.id = c.organisation_id
            join app_user u on u.organisation_id = c.organisation_id and u.id = c.owner_id and u.active
            cross join lateral (
                select cast(coalesce(max(k.happened_at), c.created_at) at time zone o.time_zone as date) as day
                from contact_log k where k.organisation_id = c.organisation_id and k.customer_id = c.id) l
            where c.organisation_id = :organisationId and c.id > :afterId and l.day <= :since
              and exists (
                select 1 from receivable r
                where r.organisation_id = c.organisation_id and r.customer_id = c.id and r.open_amount > 0 and r.due_on < :today)
              and not exists (
                select 1 from follow_up f
                where f.organisation_id = c.organisation_id and f.customer_id = c.id and f.status = 'OPEN')
            order by c.id limit :rows""")
    List<Occasion> withoutContact(UUID organisationId, LocalDate today, LocalDate since, UUID afterId, int rows);

    @SQL("""
            select d.id, d.customer_id, cast(null as uuid) as receivable_id, c.owner_id as assignee_id, u.locale, d.number,
                d.expires_on as day, cast(d.expires_on as text) as mark
            from contract d
            join customer c on c.organisation_id = d.organisation_id and c.id = d.customer_id
            join app_user u on u.organisation_id = c.organisation_id and u.id = c.owner_id and u.active
            where d.organisation_id = :organisationId and d.id > :afterId and d.expires_on between :today and :until
            order by d.id limit :rows""")
    List<Occasion> expiringContracts(UUID organisationId, LocalDate today, LocalDate until, UUID afterId, int rows);

    @SQL("""
            select r.id, r.customer_id, r.id as receivable_id, r.owner_id as assignee_id, u.locale, r.number, r.due_on as day,
                '' as mark
            from receivable r
            join app_user u on u.organisation_id = r.organisation_id and u.id = r.owner_id and u.active
            where r.organisation_id = :organisationId and r.id > :afterId and r.open_amount > 0 and r.due_on <= :until
              and r.contract_id is not null and r.invoice_id is null
            order by r.id limit :rows""")
    List<Occasion> withoutInvoice(UUID organisationId, LocalDate until, UUID afterId, int rows);

    /** Marked with what was billed last, open or not: a payment in part is no new occasion. */
    @SQL("""
            select c.id, c.id as customer_id, cast(null as uuid) as receivable_id, c.owner_id as assignee_id, u.locale, '' as number,
                cast(:today as date) as day, cast(extract(epoch from w.billed_at) as text) || '/' || c.credit_limit as mark
            from customer c
            join app_user u on u.organisation_id = c.organisation_id and u.id = c.owner_id and u.active
            cross join lateral (
                select sum(r.open_amount) as owed, max(r.created_at) as billed_at from receivable r
                where r.organisation_id = c.organisation_id and r.customer_id = c.id and r.currency = c.credit_currency) w
            where c.organisation_id = :organisationId and c.id > :afterId and w.owed > c.credit_limit
            order by c.id limit :rows""")
    List<Occasion> beyondCredit(UUID organisationId, LocalDate today, UUID afterId, int rows);

    @SQL("""
            select r.id, r.customer_id, r.id as receivable_id, r.owner_id as assignee_id, u.locale, r.number, r.due_on as day,
                cast(r.due_on as text) as mark
            from receivable_without_next_step(:organisationId, :today, :lastOffset) w
            join receivable r on r.organisation_id = :organisationId and r.id = w.receivable_id
            join app_user u on u.organisation_id = r.organisation_id and u.id = r.owner_id and u.active
            where r.organisation_id = :organisationId and r.id > :afterId and r.due_on <= :since
            order by r.id limit :rows""")
    List<Occasion> withoutNextStep(
            UUID organisationId, LocalDate today, int lastOffset, LocalDate since, UUID afterId, int rows);
}
