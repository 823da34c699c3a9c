package io.huikuan.dispute;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DisputeQueries {
    EntityManager entityManager();

    record Row(Dispute dispute, String customerName, String receivableNumber, String handlerName) {}

    String ROW = """
            select d, c.name, r.number, u.displayName
            from Dispute d join Customer c on c.id = d.customerId join Receivable r on r.id = d.receivableId
            join User u on u.id = d.handlerId
            """;

    /** The one that is due first comes first. */
    @HQL(ROW + """
            where (:all = true or :owners contains c.ownerId)
              and (:state is null or d.state = :state)
              and (:customerId is null or d.customerId = :customerId)
              and (:receivableId is null or d.receivableId = :receivableId)
              and (:ownerId is null or c.ownerId = :ownerId)
              and (:handlerId is null or d.handlerId = :handlerId)
              and (cast(:dueTo as LocalDate) is null or d.dueOn <= :dueTo)
              and (cast(:afterDueOn as LocalDate) is null
                or d.dueOn >= :afterDueOn and (d.dueOn > :afterDueOn or d.id > :afterId))
            order by d.dueOn, d.id limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable DisputeState state,
            @Nullable UUID customerId,
            @Nullable UUID receivableId,
            @Nullable UUID ownerId,
            @Nullable UUID handlerId,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @HQL(ROW + " where d.id = :id and (:all = true or :owners contains c.ownerId)")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    @HQL(ROW + " where d.id = :id")
    Row byId(UUID id);

    /** Does not load the dispute: it may change until its customer is locked. */
    @HQL("""
            select d.customerId from Dispute d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<UUID> customerOf(UUID id, boolean all, UUID[] owners);

    record Owed(BigDecimal openAmount, String currency) {}

    @HQL("""
            select r.openAmount, r.currency from Receivable r
            where r.id = :receivableId and r.customerId = :customerId""")
    List<Owed> owed(UUID receivableId, UUID customerId);

    @HQL("select count(*) from User u where u.id = :id and u.active = true")
    long countActive(UUID id);

    /** Credit notes of the customer that count. */
    @HQL("""
            select count(*) from Adjustment a
            where a.id = :id and a.customerId = :customerId and cast(a.kind as String) = 'CREDIT_NOTE'
              and cast(a.state as String) = 'APPROVED'""")
    long countCreditNote(UUID id, UUID customerId);

    record Overdue(UUID id, UUID customerId, UUID handlerId, BigDecimal amount, String currency, LocalDate dueOn) {}

    /** Each once for its day; with another day it is told again. */
    @SQL("""
            with overdue as (
                select id from dispute
                where organisation_id = :organisationId and state = 'OPEN' and due_on < :today and due_on is distinct from told_for
                order by due_on, id limit :rows
                for no key update skip locked),
            told as (
                update dispute d set told_for = d.due_on
                from overdue o
                where d.organisation_id = :organisationId and d.id = o.id
                returning d.id, d.customer_id, d.handler_id, d.amount, d.currency, d.due_on)
            select id, customer_id, handler_id, amount, currency, due_on from told""")
    List<Overdue> overdue(UUID organisationId, LocalDate today, int rows);

    @HQL("select c.ownerId from Customer c where c.id = :customerId")
    List<UUID> ownerOf(UUID customerId);
}
