package io.huikuan.receivable;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ReceivableQueries {
    EntityManager entityManager();

    /** @param nextLookOn null where nothing is open */
    record Row(
            Receivable receivable,
            String customerName,
            @Nullable LocalDate nextLookOn) {}

    String LISTED = """
            and (:all = true or :owners contains r.ownerId)
              and (:ownerId is null or r.ownerId = :ownerId)
              and (:customerId is null or r.customerId = :customerId)
              and (cast(:dueFrom as LocalDate) is null or r.dueOn >= :dueFrom)
              and (cast(:dueTo as LocalDate) is null or r.dueOn <= :dueTo)
              and (:minOpen is null or r.openAmount >= :minOpen)
              and (cast(:afterDueOn as LocalDate) is null or r.dueOn >= :afterDueOn and (r.dueOn > :afterDueOn or r.id > :afterId))
            order by r.dueOn, r.id limit :rows""";

    /**
     * What is still open. Says so without a parameter, so that the planner may take the indexes that hold open receivables only.
     *
     * @param partlyPaid only where a part has been paid
     */
    @HQL("""
            select r, c.name, l.nextLookOn from Receivable r
            join Customer c on c.id = r.customerId
            left join ReceivableLook l on l.receivableId = r.id
            where r.openAmount > 0 and (:partlyPaid = false or r.openAmount < r.amount)
            """ + LISTED)
    List<Row> open(
            boolean partlyPaid,
            boolean all,
            UUID[] owners,
            @Nullable UUID ownerId,
            @Nullable UUID customerId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable BigDecimal minOpen,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    /** @param closed {@code PAID}, {@code SECURED} or {@code WRITTEN_OFF}: only where nothing is open any more, and why; null for all */
    @HQL("""
            select r, c.name, l.nextLookOn from Receivable r
            join Customer c on c.id = r.customerId
            left join ReceivableLook l on l.receivableId = r.id
            where (:closed is null or r.openAmount = 0 and case
                    when 0 < (select sum(i.amount) from AllocationEntry i
                        where i.receivableId = r.id and cast(i.kind as String) = 'INSTRUMENT' and cast(i.component as String) = 'PRINCIPAL') then 'SECURED'
                    when 0 < (select sum(w.amount) from AllocationEntry w
                        where w.receivableId = r.id and cast(w.kind as String) = 'WRITE_OFF' and cast(w.component as String) = 'PRINCIPAL') then 'WRITTEN_OFF'
                    else 'PAID' end = :closed)
            """ + LISTED)
    List<Row> any(
            @Nullable String closed,
            boolean all,
            UUID[] owners,
            @Nullable UUID ownerId,
            @Nullable UUID customerId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable BigDecimal minOpen,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @HQL("""
            select r, c.name, l.nextLookOn from Receivable r
            join Customer c on c.id = r.customerId
            left join ReceivableLook l on l.receivableId = r.id
            where r.id = :id and (:all = true or :owners contains r.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    record Locked(UUID id) {}

    /** Before it is read, so that nothing which the reader decides on is out of date: a reminder run holds what it looks at. */
    @SQL("""
            select id from receivable where organisation_id = :organisationId and id = :id
            for no key update""")
    List<Locked> lock(UUID organisationId, UUID id);

    /**
     * While somebody bills a customer, the customer's owner stays and no payment of it is allocated: the other side locks with {@link
     * #lockCustomers} or changes the row.
     */
    @SQL("""
            select id from customer where organisation_id = :organisationId and id = any(:ids)
            order by id for share""")
    List<Locked> holdCustomers(UUID organisationId, UUID[] ids);

    /** One customer's money moves one step at a time. Always in the order of ids, so that two lists can't wait for each other. */
    @SQL("""
            select id from customer where organisation_id = :organisationId and id = any(:ids)
            order by id for no key update""")
    List<Locked> lockCustomers(UUID organisationId, UUID[] ids);

    /** Pointers to the documents that are not there, or not this customer's. */
    @SQL("""
            select '/contractId' from unnest(:customerIds, :contractIds) as w(customer_id, contract_id)
            where w.contract_id is not null and not exists (
                select from contract c
                where c.organisation_id = :organisationId and c.id = w.contract_id and c.customer_id = w.customer_id)
            union
            select '/invoiceId' from unnest(:customerIds, :invoiceIds) as w(customer_id, invoice_id)
            where w.invoice_id is not null and not exists (
                select from invoice i
                where i.organisation_id = :organisationId and i.id = w.invoice_id and i.customer_id = w.customer_id)""")
    List<String> unknownDocuments(UUID organisationId, UUID[] customerIds, UUID[] contractIds, UUID[] invoiceIds);

    /**
     * Ids of those that were not there yet. In the order of the natural key, so that two imports of one file wait for each other
     * rather than meet in a deadlock. The first look is due on the day of issue: whatever business date a run has, it finds them.
     *
     * @param contractIds null where there is none, as in {@code invoiceIds} and {@code notes}
     */
    @SQL("""
            with billed as (
                insert into receivable (
                    organisation_id, id, customer_id, owner_id, contract_id, invoice_id, number, issued_on,
                    billed_due_on, due_on, amount, currency, open_amount, note, created_at, version)
                select c.organisation_id, w.id, c.id, c.owner_id, w.contract_id, w.invoice_id, w.number, w.issued_on,
                    w.due_on, w.due_on, w.amount, w.currency, w.amount, w.note, :now, 0
                from unnest(
                        :ids, :customerIds, :contractIds, :invoiceIds, :numbers, :issuedOns, :dueOns, :amounts, :currencies, :notes)
                    with ordinality as w(
                        id, customer_id, contract_id, invoice_id, number, issued_on, due_on, amount, currency, note, place)
                join customer c on c.organisation_id = :organisationId and c.id = w.customer_id
                order by w.customer_id, w.number, w.due_on, w.place
                on conflict do nothing
                returning id, issued_on),
            looked_at as (
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select :organisationId, id, issued_on from billed)
            select id from billed""")
    List<UUID> bill(
            UUID organisationId,
            UUID[] ids,
            UUID[] customerIds,
            UUID[] contractIds,
            UUID[] invoiceIds,
            String[] numbers,
            LocalDate[] issuedOns,
            LocalDate[] dueOns,
            BigDecimal[] amounts,
            String[] currencies,
            String[] notes,
            Instant now);

    @SQL("""
            update receivable r set replaces_id = w.replaced_id
            from unnest(:ids, :replacedIds) as w(id, replaced_id)
            where r.organisation_id = :organisationId and r.id = w.id""")
    int replace(UUID organisationId, UUID[] ids, UUID[] replacedIds);

    record Known(
            UUID id,
            UUID customerId,
            String number,
            LocalDate issuedOn,
            LocalDate billedDueOn,
            BigDecimal amount,
            String currency) {}

    @SQL("""
            select distinct r.id, r.customer_id, r.number, r.issued_on, r.billed_due_on, r.amount, r.currency
            from unnest(:customerIds, :numbers, :billedDueOns) as w(customer_id, number, billed_due_on)
            join receivable r on r.organisation_id = :organisationId
                and r.customer_id = w.customer_id and r.number = w.number and r.billed_due_on = w.billed_due_on""")
    List<Known> known(UUID organisationId, UUID[] customerIds, String[] numbers, LocalDate[] billedDueOns);

    /** Keeps what was agreed about a due date; the row itself has the latest. */
    @SQL("""
            insert into receivable_due_date (
                organisation_id, id, receivable_id, due_on, effective_on, reason, recorded_by, recorded_at)
            values (:organisationId, :id, :receivableId, :dueOn, :effectiveOn, cast(:reason as text), :actorId, :now)""")
    int agree(
            UUID organisationId,
            UUID id,
            UUID receivableId,
            LocalDate dueOn,
            LocalDate effectiveOn,
            @Nullable String reason,
            UUID actorId,
            Instant now);

    record OwingRow(
            UUID id,
            UUID customerId,
            UUID ownerId,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal openAmount,
            String currency,
            UUID document,
            LocalDate payableFrom) {}

    /** As of a day before something was taken back, a receivable may have been settled by what was taken back. */
    String OWING = """
            select r.id, r.customer_id, r.owner_id, r.number, r.issued_on, r.due_on, r.open_amount, r.currency,
                coalesce(r.invoice_id, r.id) as document,
                greatest(r.issued_on, (
                    select max(a.effective_on) from allocation a
                    where a.organisation_id = :organisationId and a.receivable_id = r.id and a.undoes_id is not null
                      and a.component = 'PRINCIPAL' and a.reason <> 'CLEARANCE'))
                    as payable_from
            from receivable r
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
            """;

    @SQL(OWING + """
              and r.open_amount > 0
            order by r.id for no key update""")
    List<OwingRow> lockOpen(UUID organisationId, UUID[] customerIds);

    /** What is named but paid needs no lock: only a step of the same customer's money could open it again. */
    @SQL(OWING + """
              and r.open_amount = 0 and (r.id = any(:ids) or r.number = any(:numbers))""")
    List<OwingRow> paidAmong(UUID organisationId, UUID[] customerIds, UUID[] ids, String[] numbers);

    record Moved(UUID id, BigDecimal openAmount) {}

    /** A negative amount opens again. Whatever moves is looked at again from the given day on, unless nothing is left to look at. */
    @SQL("""
            with moved as (
                update receivable r
                set open_amount = r.open_amount - w.amount, version = r.version + 1
                from unnest(:ids, :amounts, :lookOns) as w(id, amount, look_on)
                where r.organisation_id = :organisationId and r.id = w.id
                returning r.id, r.open_amount, w.look_on),
            settled as (
                delete from receivable_look l using moved m
                where l.organisation_id = :organisationId and l.receivable_id = m.id and m.open_amount = 0),
            looked_at as (
                insert into receivable_look as l (organisation_id, receivable_id, next_look_on)
                select :organisationId, m.id, m.look_on from moved m where m.open_amount > 0
                on conflict (organisation_id, receivable_id) do update set next_look_on = excluded.next_look_on
                where l.next_look_on > excluded.next_look_on)
            select id, open_amount from moved""")
    List<Moved> move(UUID organisationId, UUID[] ids, BigDecimal[] amounts, LocalDate[] lookOns);

    @SQL("""
            update receivable r
            set owner_id = :ownerId, version = r.version + 1
            from (
                select id from receivable
                where organisation_id = :organisationId and customer_id = any(:customerIds)
                order by id for no key update) handed
            where r.organisation_id = :organisationId and r.id = handed.id""")
    int handOver(UUID organisationId, UUID[] customerIds, UUID ownerId);

    @SQL("""
            update receivable_look l set next_look_on = w.next_look_on
            from unnest(:receivableIds, :nextLooks) as w(receivable_id, next_look_on)
            where l.organisation_id = :organisationId and l.receivable_id = w.receivable_id""")
    int scheduleLooks(UUID organisationId, UUID[] receivableIds, LocalDate[] nextLooks);

    /**
     * Locks the receivables themselves, as runs do; in the order of their ids, as whoever settles many of them goes through them: so nobody
     * waits for each other in a ring.
     */
    @SQL("""
            update receivable_look l set next_look_on = :day
            from (
                select r.id from receivable r
                join receivable_look n on n.organisation_id = :organisationId and n.receivable_id = r.id and n.next_look_on > :day
                where r.organisation_id = :organisationId and r.id = any(:receivableIds)
                order by r.id for no key update) pulled
            where l.organisation_id = :organisationId and l.receivable_id = pulled.id""")
    int pullLooks(UUID organisationId, UUID[] receivableIds, LocalDate day);

    /** Of whole customers, whose receivables are locked. */
    @SQL("""
            update receivable_look l set next_look_on = :day
            from receivable r
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
              and l.organisation_id = :organisationId and l.receivable_id = r.id and l.next_look_on > :day""")
    int pullLooksOf(UUID organisationId, UUID[] customerIds, LocalDate day);
}
