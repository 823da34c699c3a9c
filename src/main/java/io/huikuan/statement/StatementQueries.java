package io.huikuan.statement;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** The ledger of one customer, put together from the entries of all rooms. */
interface StatementQueries {
    /**
     * Every entry that moves the balance: {@code change} by how much, {@code moved} what the document says; {@code cash}, {@code paper}
     * and {@code credit} what it brings to be allocated. Of one moment in the order of {@code place}.
     */
    String LEDGER = """
            with entry as (
                select r.currency, r.issued_on as effective_on, r.created_at as recorded_at, 0 as place, r.id, 'BILLED' as kind,
                    r.number, i.number as reference, cast(null as text) as instrument, cast(null as date) as matures_on,
                    r.amount as change, r.amount as moved, 0 as cash, 0 as paper, 0 as credit,
                    r.id as receivable_id, cast(null as uuid) as payment_id, cast(null as uuid) as adjustment_id
                from receivable r
                left join invoice i on i.organisation_id = :organisationId and i.id = r.invoice_id
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                union all
                select a.currency, a.effective_on, a.recorded_at, 1, (array_agg(a.id order by a.id))[1],
                    a.component || case when sum(a.amount) > 0 then '' else '_REVERSED' end,
                    r.number, null, null, null, sum(a.amount), abs(sum(a.amount)), 0, 0, 0, r.id, null, null
                from receivable r
                join allocation a on a.organisation_id = :organisationId and a.receivable_id = r.id
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and a.component <> 'PRINCIPAL' and a.kind in ('PAYMENT', 'INSTRUMENT', 'CREDIT_NOTE')
                group by a.currency, a.effective_on, a.recorded_at, a.component, a.payment_id, a.adjustment_id, r.id, r.number
                having sum(a.amount) <> 0
                union all
                select e.currency, e.effective_on, e.recorded_at, 2, e.id,
                    case e.kind when 'SECURED' then 'INSTRUMENT' when 'CLEARED' then 'INSTRUMENT_CLEARED'
                        when 'BOUNCED' then 'INSTRUMENT_BOUNCED' when 'REVERSED' then 'PAYMENT_REVERSED' else 'PAYMENT' end,
                    null, p.reference, p.instrument, p.matures_on, -(e.cash + e.secured), p.amount, e.cash, e.secured, 0,
                    null, p.id, null
                from payment p
                join payment_entry e on e.organisation_id = :organisationId and e.payment_id = p.id
                where p.organisation_id = :organisationId and p.customer_id = :customerId and (e.cash <> 0 or e.secured <> 0)
                union all
                select j.currency, j.effective_on, j.decided_at, 3, j.id, 'CREDIT_NOTE', j.number, null, null, null,
                    -j.amount, j.amount, 0, 0, j.amount, null, null, j.id
                from adjustment j
                where j.organisation_id = :organisationId and j.customer_id = :customerId
                  and j.kind = 'CREDIT_NOTE' and j.state in ('APPROVED', 'REVERSED')
                union all
                select j.currency, greatest(j.effective_on, j.reversed_on), j.reversed_at, 4, j.id, 'CREDIT_NOTE_REVERSED', j.number,
                    null, null, null, j.amount, j.amount, 0, 0, -j.amount, null, null, j.id
                from adjustment j
                where j.organisation_id = :organisationId and j.customer_id = :customerId
                  and j.kind = 'CREDIT_NOTE' and j.state = 'REVERSED'
                union all
                select a.currency, a.effective_on, a.recorded_at, 5, a.id,
                    a.kind || case when a.undoes_id is null then '' else '_REVERSED' end,
                    r.number, j.number, null, null, -a.amount, abs(a.amount), 0, 0, 0, r.id, null, j.id
                from receivable r
                join allocation a on a.organisation_id = :organisationId and a.receivable_id = r.id
                join adjustment j on j.organisation_id = :organisationId and j.id = a.adjustment_id
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and a.component = 'PRINCIPAL' and a.kind <> 'CREDIT_NOTE')
            """;

    /** Each receivable with what was open of it at the end of the last day. */
    String ITEMS = """
            with item as (
                select r.id, r.number, r.currency, r.issued_on, coalesce(d.due_on, r.billed_due_on) as due_on, r.amount,
                    r.amount - coalesce(a.settled, 0) as open, coalesce(a.secured, 0) as secured
                from receivable r
                left join lateral (
                    select sum(s.amount) as settled, sum(s.amount) filter (where s.kind = 'INSTRUMENT') as secured
                    from allocation s
                    where s.organisation_id = :organisationId and s.receivable_id = r.id and s.component = 'PRINCIPAL'
                      and s.effective_on <= :lastDay and s.recorded_at <= :knownAt) a on true
                left join lateral (
                    select h.due_on from receivable_due_date h
                    where h.organisation_id = :organisationId and h.receivable_id = r.id
                      and h.effective_on <= :lastDay and h.recorded_at <= :knownAt
                    order by h.effective_on desc, h.recorded_at desc, h.id desc limit 1) d on true
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and r.issued_on <= :lastDay and r.created_at <= :knownAt)
            """;

    EntityManager entityManager();

    /** All that follows in this transaction sees the books at one moment, however many statements it takes. */
    default void freeze() {
        entityManager()
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    record Sums(
            String currency,
            BigDecimal opening,
            BigDecimal debit,
            BigDecimal credit,
            long entryCount,
            BigDecimal secured,
            BigDecimal unappliedCash,
            BigDecimal unappliedPaper,
            BigDecimal unappliedCredit) {}

    /** One row of each currency that ever was on the ledger. */
    @SQL(LEDGER + """
            , used as (
                select a.currency, sum(a.amount) filter (where a.kind = 'PAYMENT') as cash,
                    sum(a.amount) filter (where a.kind = 'INSTRUMENT') as paper,
                    sum(a.amount) filter (where a.kind = 'CREDIT_NOTE') as credit
                from receivable r
                join allocation a on a.organisation_id = :organisationId and a.receivable_id = r.id
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and a.effective_on <= :lastDay and a.recorded_at <= :knownAt
                group by a.currency)
            select e.currency,
                coalesce(sum(e.change) filter (where e.effective_on < :firstDay), 0) as opening,
                coalesce(sum(e.change) filter (where e.effective_on >= :firstDay and e.change > 0), 0) as debit,
                coalesce(sum(-e.change) filter (where e.effective_on >= :firstDay and e.change < 0), 0) as credit,
                count(*) filter (where e.effective_on >= :firstDay) as entry_count,
                sum(e.paper) as secured,
                sum(e.cash) - coalesce(max(u.cash), 0) as unapplied_cash,
                sum(e.paper) - coalesce(max(u.paper), 0) as unapplied_paper,
                sum(e.credit) - coalesce(max(u.credit), 0) as unapplied_credit
            from entry e
            left join used u on u.currency = e.currency
            where e.effective_on <= :lastDay and e.recorded_at <= :knownAt
            group by e.currency order by e.currency""")
    List<Sums> sums(UUID organisationId, UUID customerId, LocalDate firstDay, LocalDate lastDay, Instant knownAt);

    record Entry(
            String currency,
            LocalDate effectiveOn,
            Instant recordedAt,
            int place,
            UUID id,
            String kind,
            @Nullable String number,
            @Nullable String reference,
            @Nullable String instrument,
            @Nullable LocalDate maturesOn,
            BigDecimal change,
            BigDecimal moved,
            BigDecimal balance,
            @Nullable UUID receivableId,
            @Nullable UUID paymentId,
            @Nullable UUID adjustmentId) {}

    /** By currency, day and moment of recording, each with the balance after it. */
    @SQL(LEDGER + """
            , balanced as (
                select e.*, sum(e.change) over (
                    partition by e.currency order by e.effective_on, e.recorded_at, e.place, e.id
                    rows unbounded preceding) as balance
                from entry e
                where e.effective_on <= :lastDay and e.recorded_at <= :knownAt)
            select b.currency, b.effective_on, b.recorded_at, b.place, b.id, b.kind, b.number, b.reference, b.instrument,
                b.matures_on, b.change, b.moved, b.balance, b.receivable_id, b.payment_id, b.adjustment_id
            from balanced b
            where b.effective_on >= :firstDay
              and (cast(:afterCurrency as text) is null
                or (b.currency, b.effective_on, b.recorded_at, b.place, b.id)
                  > (cast(:afterCurrency as text), cast(:afterDay as date), cast(:afterMoment as timestamptz),
                    cast(:afterPlace as int), cast(:afterId as uuid)))
            order by b.currency, b.effective_on, b.recorded_at, b.place, b.id limit :rows""")
    List<Entry> entries(
            UUID organisationId,
            UUID customerId,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant knownAt,
            @Nullable String afterCurrency,
            @Nullable LocalDate afterDay,
            @Nullable Instant afterMoment,
            @Nullable Integer afterPlace,
            @Nullable UUID afterId,
            int rows);

    record Bucket(String currency, String bucket, long count, BigDecimal open) {}

    /**
     * @param buckets all of them, in the order of their days past due
     * @param lowerBounds the fewest days past due of each bucket but the first
     */
    @SQL(ITEMS + """
            select i.currency, (cast(:buckets as text[]))[i.bucket + 1] as bucket, count(*) as count, sum(i.open) as open
            from (
                select m.currency, m.open, width_bucket(:lastDay - m.due_on, cast(:lowerBounds as int[])) as bucket
                from item m where m.open > 0) i
            group by i.currency, i.bucket order by i.currency, i.bucket""")
    List<Bucket> ageing(
            UUID organisationId,
            UUID customerId,
            LocalDate lastDay,
            Instant knownAt,
            String[] buckets,
            Integer[] lowerBounds);

    record Item(
            UUID id,
            String number,
            String currency,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal open,
            BigDecimal secured) {}

    /** What is open or held by paper only, by currency and due date. */
    @SQL(ITEMS + """
            select i.id, i.number, i.currency, i.issued_on, i.due_on, i.amount, i.open, i.secured
            from item i
            where (i.open > 0 or i.secured > 0)
              and (cast(:afterCurrency as text) is null
                or (i.currency, i.due_on, i.id) > (cast(:afterCurrency as text), cast(:afterDay as date), cast(:afterId as uuid)))
            order by i.currency, i.due_on, i.id limit :rows""")
    List<Item> items(
            UUID organisationId,
            UUID customerId,
            LocalDate lastDay,
            Instant knownAt,
            @Nullable String afterCurrency,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int rows);
}
