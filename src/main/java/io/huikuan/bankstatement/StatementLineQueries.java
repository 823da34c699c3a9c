package io.huikuan.bankstatement;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface StatementLineQueries {
    EntityManager entityManager();

    @HQL("""
            from StatementLine l
            where (:state is null or l.state = :state)
              and (:account is null or l.account = :account)
              and (cast(:fromDate as LocalDate) is null or l.valueDate >= :fromDate)
              and (cast(:toDate as LocalDate) is null or l.valueDate <= :toDate)
              and (cast(:beforeDate as LocalDate) is null
                or l.valueDate <= :beforeDate and (l.valueDate < :beforeDate or l.id < :beforeId))
            order by l.valueDate desc, l.id desc limit :rows""")
    List<StatementLine> list(
            @Nullable StatementLineState state,
            @Nullable String account,
            @Nullable LocalDate fromDate,
            @Nullable LocalDate toDate,
            @Nullable LocalDate beforeDate,
            @Nullable UUID beforeId,
            int rows);

    @HQL("from StatementLine l where l.id = :id")
    List<StatementLine> byId(UUID id);

    record Decided(StatementDecision decision, String decidedByName) {}

    @HQL("""
            select d, u.displayName from StatementDecision d join User u on u.id = d.decidedBy
            where d.lineId = :lineId
            order by d.decidedAt, d.id""")
    List<Decided> decisions(UUID lineId);

    record Part(StatementPart part, String customerName) {}

    @HQL("""
            select p, c.name
            from StatementPart p join StatementDecision d on d.id = p.decisionId join Customer c on c.id = p.customerId
            where d.lineId = :lineId
            order by p.decisionId, p.ordinal""")
    List<Part> parts(UUID lineId);

    /** Those payments of which a match booked something that has not been taken back. */
    @SQL("""
            select p.id from statement_part m
            join payment p on p.organisation_id = :organisationId and p.id = m.payment_id
            where m.organisation_id = :organisationId and m.decision_id = :decisionId
              and m.booked <> 'NOTHING' and p.state not in ('REJECTED', 'BOUNCED', 'REVERSED')
            for share of p""")
    List<UUID> standing(UUID organisationId, UUID decisionId);

    /** How often a payment was recorded from the line. */
    @SQL("""
            select count(distinct d.id) from statement_decision d
            join statement_part m on m.organisation_id = :organisationId and m.decision_id = d.id and m.booked = 'RECORDED'
            where d.organisation_id = :organisationId and d.line_id = :lineId""")
    long countRecordings(UUID organisationId, UUID lineId);

    /**
     * In the order of their names, so that two imports of one file wait for each other rather than meet in a deadlock.
     *
     * @param payerNames null where there is none, as in {@code payerAccounts} and {@code remittances}
     * @return the ids of those that were not there yet
     */
    @SQL("""
            with taken as (
                insert into statement_line (organisation_id, id, account, bank_reference, value_date, amount, currency,
                    payer_name, payer_account, remittance, state, imported_by, imported_at, version)
                select :organisationId, w.id, w.account, w.bank_reference, w.value_date, w.amount, w.currency,
                    w.payer_name, w.payer_account, w.remittance, 'UNMATCHED', cast(:actorId as uuid), :now, 0
                from unnest(:ids, :accounts, :bankReferences, :valueDates, :amounts, :currencies, :payerNames,
                        :payerAccounts, :remittances) with ordinality
                    as w(id, account, bank_reference, value_date, amount, currency, payer_name, payer_account, remittance, place)
                order by w.account, w.bank_reference, w.place
                on conflict do nothing
                returning id)
            select id from taken""")
    List<UUID> takeIn(
            UUID organisationId,
            UUID[] ids,
            String[] accounts,
            String[] bankReferences,
            LocalDate[] valueDates,
            BigDecimal[] amounts,
            String[] currencies,
            String[] payerNames,
            String[] payerAccounts,
            String[] remittances,
            @Nullable UUID actorId,
            Instant now);

    record Known(
            String account,
            String bankReference,
            LocalDate valueDate,
            BigDecimal amount,
            String currency,
            @Nullable String payerName,
            @Nullable String payerAccount,
            @Nullable String remittance) {}

    @SQL("""
            select distinct l.account, l.bank_reference, l.value_date, l.amount, l.currency, l.payer_name, l.payer_account, l.remittance
            from unnest(:accounts, :bankReferences) as w(account, bank_reference)
            join statement_line l on l.organisation_id = :organisationId
                and l.account = w.account and l.bank_reference = w.bank_reference""")
    List<Known> known(UUID organisationId, String[] accounts, String[] bankReferences);
}
