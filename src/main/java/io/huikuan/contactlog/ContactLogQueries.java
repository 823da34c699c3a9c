package io.huikuan.contactlog;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ContactLogQueries {
    EntityManager entityManager();

    record Row(
            ContactLog log,
            String customerName,
            String authorName,
            @Nullable String contactName) {}

    /** Of each contact its latest version, newest first. */
    @HQL("""
            select l, c.name, u.displayName, k.name
            from ContactLog l join Customer c on c.id = l.customerId join User u on u.id = l.authorId
            left join Contact k on k.id = l.contactId
            where (:all = true or :owners contains c.ownerId)
              and (:customerId is null or l.customerId = :customerId)
              and (:receivableId is null or l.receivableId = :receivableId)
              and (:authorId is null or l.authorId = :authorId)
              and not exists (select 1 from ContactLog n where n.correctsId = l.id)
              and (cast(:beforeHappened as Instant) is null
                or l.happenedAt <= :beforeHappened and (l.happenedAt < :beforeHappened or l.id < :beforeId))
            order by l.happenedAt desc, l.id desc limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable UUID customerId,
            @Nullable UUID receivableId,
            @Nullable UUID authorId,
            @Nullable Instant beforeHappened,
            @Nullable UUID beforeId,
            int rows);

    @HQL("""
            select l, c.name, u.displayName, k.name
            from ContactLog l join Customer c on c.id = l.customerId join User u on u.id = l.authorId
            left join Contact k on k.id = l.contactId
            where l.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    @HQL("""
            select l, c.name, u.displayName, k.name
            from ContactLog l join Customer c on c.id = l.customerId join User u on u.id = l.authorId
            left join Contact k on k.id = l.contactId
            where l.id = :id""")
    Row byId(UUID id);

    @HQL("select l.id from ContactLog l where l.originalId = :originalId order by l.revision")
    List<UUID> versions(UUID originalId);

    @SQL("""
            select count(*) from receivable
            where organisation_id = :organisationId and id = :receivableId and customer_id = :customerId""")
    long countReceivable(UUID organisationId, UUID receivableId, UUID customerId);

    @HQL("select count(*) from Contact k where k.id = :contactId and k.customerId = :customerId")
    long countContact(UUID contactId, UUID customerId);
}
