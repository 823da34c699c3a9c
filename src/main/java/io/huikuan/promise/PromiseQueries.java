package io.huikuan.promise;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PromiseQueries {
    EntityManager entityManager();

    record Row(Promise promise, String customerName) {}

    /** The one that is due first comes first. */
    @HQL("""
            select p, c.name from Promise p join Customer c on c.id = p.customerId
            where (:all = true or :owners contains c.ownerId)
              and (:state is null or p.state = :state)
              and (:customerId is null or p.customerId = :customerId)
              and (:receivableId is null
                or exists (select 1 from PromisePart s where s.promiseId = p.id and s.receivableId = :receivableId))
              and (:ownerId is null or c.ownerId = :ownerId)
              and (cast(:dueTo as LocalDate) is null or p.dueOn <= :dueTo)
              and (cast(:afterDueOn as LocalDate) is null
                or p.dueOn >= :afterDueOn and (p.dueOn > :afterDueOn or p.id > :afterId))
            order by p.dueOn, p.id limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable PromiseState state,
            @Nullable UUID customerId,
            @Nullable UUID receivableId,
            @Nullable UUID ownerId,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @HQL("""
            select p, c.name from Promise p join Customer c on c.id = p.customerId
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    /** Does not load the promise: it may change until its customer is locked. */
    @HQL("""
            select p.customerId from Promise p join Customer c on c.id = p.customerId
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<UUID> customerOf(UUID id, boolean all, UUID[] owners);

    record Part(UUID promiseId, UUID receivableId, String number, BigDecimal amount) {}

    @HQL("""
            select s.promiseId, s.receivableId, r.number, s.amount from PromisePart s join Receivable r on r.id = s.receivableId
            where s.promiseId in :promiseIds order by r.dueOn, r.id""")
    List<Part> parts(List<UUID> promiseIds);

    @HQL("select count(*) from Contact k where k.id = :contactId and k.customerId = :customerId")
    long countContact(UUID contactId, UUID customerId);

    @HQL("""
            from Promise p where p.state = :state and exists (
                select 1 from PromisePart s where s.promiseId = p.id and s.receivableId in :receivableIds)
            order by p.id""")
    List<Promise> over(PromiseState state, List<UUID> receivableIds);

    @HQL("select distinct p.customerId from Promise p where p.state = :state")
    List<UUID> customersOf(PromiseState state);

    @HQL("from Promise p where p.state = :state order by p.id")
    List<Promise> in(PromiseState state);

    @HQL("from Promise p where p.id in :ids order by p.id")
    List<Promise> all(List<UUID> ids);

    /** Which others over one of its receivables have been open since it was given. */
    @HQL("""
            select n.id from Promise n join Promise p on p.id = :id
            where n.state = :state and n.id <> p.id and n.obtainedAt > p.obtainedAt and exists (
                select 1 from PromisePart s join PromisePart t on t.receivableId = s.receivableId
                where s.promiseId = n.id and t.promiseId = p.id)
            order by n.obtainedAt desc""")
    List<UUID> newer(UUID id, PromiseState state);

    @HQL("select c.ownerId from Customer c where c.id = :customerId")
    List<UUID> ownerOf(UUID customerId);

    record Setting(int graceWorkingDays) {}

    @SQL("select grace_working_days from promise_setting where organisation_id = :organisationId")
    List<Setting> setting(UUID organisationId);

    @SQL("""
            insert into promise_setting (organisation_id, grace_working_days, changed_by, changed_at)
            values (:organisationId, :graceWorkingDays, :actorId, :now)
            on conflict (organisation_id) do update
            set grace_working_days = excluded.grace_working_days, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
    int set(UUID organisationId, int graceWorkingDays, UUID actorId, Instant now);
}
