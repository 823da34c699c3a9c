package io.huikuan.payment;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PaymentQueries {
    EntityManager entityManager();

    /**
     * @param lineId of the line of a bank statement that is matched to it; null while none is
     * @param linesVersion grows with every decision about a line that is, or was, matched to it
     */
    record Row(
            Payment payment,
            String customerName,
            @Nullable UUID lineId,
            @Nullable String lineAccount,
            @Nullable String bankReference,
            long linesVersion) {}

    /** A decision is the last one about its line, or it stands no more. */
    String ROW = """
            select p, c.name, l.id, l.account, l.bankReference,
                coalesce((
                    select sum(x.version) from StatementLine x join StatementDecision d on d.lineId = x.id
                    join StatementPart n on n.decisionId = d.id where n.paymentId = p.id), 0)
            from Payment p join Customer c on c.id = p.customerId
            left join StatementPart m on m.paymentId = p.id
                and exists (select 1 from StatementLine s where s.decisionId = m.decisionId)
            left join StatementLine l on l.decisionId = m.decisionId
            """;

    /** Which payments are listed, and added up. */
    String LISTED = """
            where (:all = true or :owners contains c.ownerId)
              and (:customerId is null or p.customerId = :customerId)
              and (:state is null or p.state = :state)
              and (cast(:receivedFrom as LocalDate) is null or p.receivedOn >= :receivedFrom)
              and (cast(:receivedTo as LocalDate) is null or p.receivedOn <= :receivedTo)
              and (:reference is null or p.reference = :reference)
            """;

    record Sum(String currency, long payments, BigDecimal amount) {}

    @HQL("select p.currency, count(p), sum(p.amount) from Payment p join Customer c on c.id = p.customerId " + LISTED
            + " group by p.currency order by p.currency")
    List<Sum> sums(
            boolean all,
            UUID[] owners,
            @Nullable UUID customerId,
            @Nullable PaymentState state,
            @Nullable LocalDate receivedFrom,
            @Nullable LocalDate receivedTo,
            @Nullable String reference);

    @HQL(ROW + LISTED + """
              and (cast(:beforeDate as LocalDate) is null or p.receivedOn <= :beforeDate and (p.receivedOn < :beforeDate or p.id < :beforeId))
            order by p.receivedOn desc, p.id desc limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable UUID customerId,
            @Nullable PaymentState state,
            @Nullable LocalDate receivedFrom,
            @Nullable LocalDate receivedTo,
            @Nullable String reference,
            @Nullable LocalDate beforeDate,
            @Nullable UUID beforeId,
            int rows);

    @HQL(ROW + """
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    /** Does not load the payment: it may change until its customer is locked. */
    @HQL("""
            select p.customerId from Payment p join Customer c on c.id = p.customerId
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<UUID> customerOf(UUID id, boolean all, UUID[] owners);

    record Owner(UUID id) {}

    @SQL("select owner_id as id from customer where organisation_id = :organisationId and id = :customerId")
    List<Owner> ownerOf(UUID organisationId, UUID customerId);

    record Known(
            UUID id,
            UUID customerId,
            @Nullable String account,
            String reference,
            LocalDate receivedOn,
            BigDecimal amount,
            String currency,
            String state) {
        boolean isGone() {
            return PaymentState.valueOf(state).isGone();
        }

        boolean isInTheBooks() {
            return PaymentState.valueOf(state).isInTheBooks();
        }
    }

    /**
     * Where nobody said on which account a payment came in, the line that it is matched to does; and the line's number names it as its
     * own reference does.
     */
    @SQL("""
            select p.id, p.customer_id, l.account, l.bank_reference as reference, p.received_on, p.amount, p.currency, p.state
            from unnest(:customerIds, :references) as w(customer_id, reference)
            join statement_line l on l.organisation_id = :organisationId and l.bank_reference = w.reference and l.state = 'MATCHED'
            join statement_part m on m.organisation_id = :organisationId and m.decision_id = l.decision_id
            join payment p on p.organisation_id = :organisationId and p.id = m.payment_id and p.customer_id = w.customer_id
            union
            select p.id, p.customer_id, coalesce(p.account, l.account) as account, p.reference, p.received_on, p.amount,
                p.currency, p.state
            from unnest(:customerIds, :references) as w(customer_id, reference)
            join payment p on p.organisation_id = :organisationId
                and p.customer_id = w.customer_id and p.reference = w.reference
            left join (
                statement_part m join statement_line l on l.organisation_id = :organisationId and l.decision_id = m.decision_id)
                on m.organisation_id = :organisationId and m.payment_id = p.id
            where p.state <> 'REJECTED'
            order by id""")
    List<Known> known(UUID organisationId, UUID[] customerIds, String[] references);

    /**
     * @param accounts null where there is none, as in {@code references}, {@code notes}, {@code instruments} and {@code maturities}
     * @return fewer than wanted where an id is taken
     */
    @SQL("""
            insert into payment (
                organisation_id, id, customer_id, received_on, amount, currency, unapplied_amount, method, account, reference, note,
                instrument, matures_on, state, recorded_by, created_at, version)
            select :organisationId, w.id, w.customer_id, w.received_on, w.amount, w.currency, w.unapplied, w.method, w.account,
                w.reference, w.note,
                w.instrument, w.matures_on, w.state, cast(:actorId as uuid), :now, 0
            from unnest(
                    :ids, :customerIds, :receivedOns, :amounts, :currencies, :unapplied, :methods, :accounts, :references, :notes,
                    :instruments, :maturities, :states)
                as w(id, customer_id, received_on, amount, currency, unapplied, method, account, reference, note, instrument,
                    matures_on, state)
            on conflict (organisation_id, id) do nothing""")
    int record(
            UUID organisationId,
            UUID[] ids,
            UUID[] customerIds,
            LocalDate[] receivedOns,
            BigDecimal[] amounts,
            String[] currencies,
            BigDecimal[] unapplied,
            String[] methods,
            String[] accounts,
            String[] references,
            String[] notes,
            String[] instruments,
            LocalDate[] maturities,
            String[] states,
            @Nullable UUID actorId,
            Instant now);

    /**
     * Writes down the step that the payments have just taken, with what it does to the cash and to the paper in hand.
     *
     * @param kinds of {@code payment_entry}
     * @param cash 1, 0 or -1 times the amount, as is {@code secured}
     */
    @SQL("""
            insert into payment_entry (
                organisation_id, id, payment_id, kind, cash, secured, currency, effective_on, reason, recorded_by, recorded_at)
            select p.organisation_id, uuidv7(), p.id, w.kind, w.cash * p.amount, w.secured * p.amount, p.currency, w.effective_on,
                cast(:reason as text), cast(:actorId as uuid), :now
            from unnest(:ids, :kinds, :cash, :secured, :effectiveOns) as w(id, kind, cash, secured, effective_on)
            join payment p on p.organisation_id = :organisationId and p.id = w.id""")
    int enter(
            UUID organisationId,
            UUID[] ids,
            String[] kinds,
            Integer[] cash,
            Integer[] secured,
            LocalDate[] effectiveOns,
            @Nullable String reason,
            @Nullable UUID actorId,
            Instant now);
}
