package io.huikuan.matching;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** Looks through the windows of other rooms, and changes nothing. */
interface MatchQueries {
    EntityManager entityManager();

    /** @param toldBy who took the last step of it, which is what is told of it */
    record Told(
            UUID id,
            UUID customerId,
            BigDecimal amount,
            String currency,
            LocalDate expectedOn,
            String state,
            boolean paper,
            boolean matched,
            @Nullable String account,
            @Nullable String reference,
            @Nullable String toldBy) {}

    /** Of payments {@code p}, to which a condition is added. */
    String TOLD = """
            select p.id, p.customer_id, p.amount, p.currency, coalesce(p.cleared_on, p.matures_on, p.received_on) as expected_on, p.state,
                p.instrument is not null as paper,
                exists (
                    select from statement_part m
                    join statement_line l on l.organisation_id = :organisationId and l.decision_id = m.decision_id
                    where m.organisation_id = :organisationId and m.payment_id = p.id) as matched,
                p.account, p.reference, u.display_name as told_by
            from payment p
            left join lateral (
                select e.recorded_by from payment_entry e
                where e.organisation_id = :organisationId and e.payment_id = p.id
                order by e.recorded_at desc, e.id desc limit 1) e on true
            left join app_user u on u.organisation_id = :organisationId and u.id = e.recorded_by
            where p.organisation_id = :organisationId
            """;

    /** Payments {@code w} that wait for their money: claimed cash, and paper in hand. */
    String WAITS = """
            (w.state = 'CLAIMED' and w.instrument is null or w.state = 'SECURED')
            """;

    /** Payments {@code w} that are in the books since about the day of the line. */
    String BOOKED = """
            (w.state = 'CONFIRMED' and coalesce(w.cleared_on, w.received_on)
                between cast(:valueDate as date) - :days and cast(:valueDate as date) + :days)
            """;

    /** Those on its account, as far as somebody said, that no line is matched to, nearest to the day of the line. */
    String UNMATCHED = """
            and (w.account is null or w.account = :account) and not exists (
                select from statement_part m
                join statement_line l on l.organisation_id = :organisationId and l.decision_id = m.decision_id
                where m.organisation_id = :organisationId and m.payment_id = w.id)
            order by abs(coalesce(w.cleared_on, w.matures_on, w.received_on) - cast(:valueDate as date)), w.id limit :rows
            """;

    /**
     * Payments that a line may be, whoever paid them: those that wait, of about its amount; those in the books, of exactly its amount; and
     * those of a reference that the payer or the bank wrote.
     *
     * @param days up to how far from that of the line what is in the books may be
     * @param rows the most of each kind
     */
    @SQL(TOLD + """
            and p.id in (
                (select w.id from payment w
                 where w.organisation_id = :organisationId and w.currency = :currency and w.amount between :least and :most and
            """ + WAITS + UNMATCHED + """
                ) union (
                 select w.id from payment w
                 where w.organisation_id = :organisationId and w.currency = :currency and w.amount = :amount and
            """ + BOOKED + UNMATCHED + """
                ) union (
                 select w.id from payment w
                 where w.organisation_id = :organisationId and w.currency = :currency
                   and w.state in ('CLAIMED', 'SECURED', 'CONFIRMED') and w.reference = any(:tokens) and (
            """ + WAITS + " or " + BOOKED + ")" + UNMATCHED
            + ")) order by p.id")
    List<Told> told(
            UUID organisationId,
            String currency,
            BigDecimal amount,
            BigDecimal least,
            BigDecimal most,
            String[] tokens,
            String account,
            LocalDate valueDate,
            int days,
            int rows);

    /** Payments of these customers that may be a part of a line. */
    @SQL(TOLD + """
            and p.id in (
                select s.id from unnest(:customerIds) as c(id) cross join lateral (
                    select w.id from payment w
                    where w.organisation_id = :organisationId and w.customer_id = c.id and w.currency = :currency
                      and w.amount < :amount and (
            """ + WAITS + " or " + BOOKED + ")" + UNMATCHED + ") s) order by p.id")
    List<Told> toldOf(
            UUID organisationId,
            UUID[] customerIds,
            String currency,
            BigDecimal amount,
            String account,
            LocalDate valueDate,
            int days,
            int rows);

    /** In whatever state they are by now. */
    @SQL(TOLD + "and p.id = any(:ids) order by p.id")
    List<Told> told(UUID organisationId, UUID[] ids);

    record Numbered(UUID paymentId, String number) {}

    /** The numbers of what each of the payments settles, and of the documents that it hangs on. */
    @SQL("""
            select distinct s.payment_id, n.number
            from (
                select a.payment_id, a.receivable_id from allocation a
                where a.organisation_id = :organisationId and a.payment_id = any(:ids)
                group by a.payment_id, a.receivable_id having sum(a.amount) > 0) s
            join receivable r on r.organisation_id = :organisationId and r.id = s.receivable_id
            left join invoice i on i.organisation_id = :organisationId and i.id = r.invoice_id
            left join contract k on k.organisation_id = :organisationId and k.id = r.contract_id
            cross join lateral (values (r.number), (i.number), (k.number)) as n(number)
            where n.number is not null
            order by s.payment_id, n.number""")
    List<Numbered> settled(UUID organisationId, UUID[] ids);

    record Paid(UUID id, UUID customerId) {}

    @SQL("select id, customer_id from payment where organisation_id = :organisationId and id = any(:ids)")
    List<Paid> payersOf(UUID organisationId, UUID[] ids);

    /**
     * Customers who paid from there before, are called so, owe something of a number that the payer wrote, or owe exactly as much.
     *
     * @param payer account or name of the payer; null where the bank tells neither
     * @param payerName null where the bank tells none
     * @param rows the most of each kind
     */
    @SQL("""
            select customer_id from (
                (select m.customer_id from statement_line l
                 join statement_part m on m.organisation_id = :organisationId and m.decision_id = l.decision_id
                 where l.organisation_id = :organisationId and l.state = 'MATCHED'
                   and coalesce(l.payer_account, l.payer_name) = cast(:payer as text)
                 group by m.customer_id order by count(*) desc, m.customer_id limit :rows)
                union all
                (select c.id from customer c
                 where c.organisation_id = :organisationId
                   and payer_key(c.name) collate "C" = payer_key(cast(:payerName as text))
                 order by c.id limit :rows)
                union all
                (select c.id from customer c
                 where c.organisation_id = :organisationId
                   and payer_key(c.name) collate "C" > left(payer_key(cast(:payerName as text)), 4)
                   and payer_key(c.name) collate "C" < left(payer_key(cast(:payerName as text)), 4) || chr(1114111)
                   and length(payer_key(cast(:payerName as text))) >= 4
                 order by payer_key(c.name) collate "C", c.id limit :rows)
                union all
                (select r.customer_id from receivable r
                 where r.organisation_id = :organisationId and r.open_amount > 0 and r.currency = :currency and r.number = any(:tokens)
                 order by r.due_on, r.id limit :rows)
                union all
                (select i.customer_id from invoice i
                 where i.organisation_id = :organisationId and i.number = any(:tokens) order by i.issued_on desc, i.id limit :rows)
                union all
                (select k.customer_id from contract k
                 where k.organisation_id = :organisationId and k.number = any(:tokens) order by k.signed_on desc, k.id limit :rows)
                union all
                (select r.customer_id from receivable r
                 where r.organisation_id = :organisationId and r.open_amount > 0 and r.open_amount = :amount and r.currency = :currency
                 order by r.due_on, r.id limit :rows)) as likely
            group by customer_id order by customer_id""")
    List<UUID> likelyPayers(
            UUID organisationId,
            @Nullable String payer,
            @Nullable String payerName,
            String currency,
            String[] tokens,
            BigDecimal amount,
            int rows);

    @SQL("select id from customer where organisation_id = :organisationId and id = any(:ids)")
    List<UUID> customers(UUID organisationId, UUID[] ids);

    record Payer(UUID id, String name, Long timesKnown) {}

    /** How often the money of this payer was each customer's before. */
    @SQL("""
            select c.id, c.name, coalesce(h.times, 0) as times_known
            from customer c left join (
                select m.customer_id, count(distinct l.id) as times from statement_line l
                join statement_part m on m.organisation_id = :organisationId and m.decision_id = l.decision_id
                where l.organisation_id = :organisationId and l.state = 'MATCHED'
                  and coalesce(l.payer_account, l.payer_name) = cast(:payer as text)
                group by m.customer_id) h on h.customer_id = c.id
            where c.organisation_id = :organisationId and c.id = any(:ids)
            order by c.id""")
    List<Payer> payers(UUID organisationId, @Nullable String payer, UUID[] ids);

    record Owed(
            UUID id,
            UUID customerId,
            String number,
            LocalDate dueOn,
            LocalDate issuedOn,
            BigDecimal open,
            @Nullable String invoiceNumber,
            @Nullable String contractNumber) {}

    /** What each of them owes in this currency: first what the payer wrote of or what is as much, then what fell due first. */
    @SQL("""
            select r.id, r.customer_id, r.number, r.due_on, r.issued_on, r.open_amount as open,
                r.invoice_number, r.contract_number
            from unnest(:customerIds) as w(customer_id) cross join lateral (
                select r.id, r.customer_id, r.number, r.due_on, r.issued_on, r.open_amount,
                    i.number as invoice_number, k.number as contract_number
                from receivable r
                left join invoice i on i.organisation_id = :organisationId and i.id = r.invoice_id
                left join contract k on k.organisation_id = :organisationId and k.id = r.contract_id
                where r.organisation_id = :organisationId and r.customer_id = w.customer_id
                  and r.open_amount > 0 and r.currency = :currency
                order by (r.open_amount = :amount or r.number = any(:tokens)) desc, r.due_on, r.id limit :rows) r
            order by r.customer_id, r.due_on, r.id""")
    List<Owed> owed(
            UUID organisationId, UUID[] customerIds, String currency, BigDecimal amount, String[] tokens, int rows);
}
