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

    record Claimed(
            UUID id,
            UUID customerId,
            BigDecimal amount,
            String currency,
            LocalDate receivedOn,
            @Nullable String reference,
            @Nullable String claimedBy) {}

    /** Claims of about this amount, or of a reference that the payer or the bank wrote; the likeliest first. */
    @SQL("""
            select p.id, p.customer_id, p.amount, p.currency, p.received_on, p.reference, u.display_name as claimed_by
            from payment p left join app_user u on u.organisation_id = :organisationId and u.id = p.recorded_by
            where p.organisation_id = :organisationId and p.state = 'CLAIMED' and p.instrument is null and p.currency = :currency
              and (p.amount between :least and :most or p.reference = any(:tokens))
            order by p.amount <> :amount, abs(p.received_on - cast(:valueDate as date)), p.id limit :rows""")
    List<Claimed> claims(
            UUID organisationId,
            String currency,
            BigDecimal amount,
            BigDecimal least,
            BigDecimal most,
            String[] tokens,
            LocalDate valueDate,
            int rows);

    /** In whatever state they are by now, but no paper: a cheque or draft in hand is no money on an account. */
    @SQL("""
            select p.id, p.customer_id, p.amount, p.currency, p.received_on, p.reference, u.display_name as claimed_by
            from payment p left join app_user u on u.organisation_id = :organisationId and u.id = p.recorded_by
            where p.organisation_id = :organisationId and p.id = any(:ids) and p.instrument is null""")
    List<Claimed> payments(UUID organisationId, UUID[] ids);

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
