package io.huikuan.reminder;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What is to be looked at anew because something changed for many receivables at once. */
interface LookPullQueries {
    EntityManager entityManager();

    /** @param subjectIds customers and contracts; empty for all */
    @SQL("""
            insert into look_pull (organisation_id, id, customer_class, subject_ids, reached)
            values (:organisationId, :id, cast(:customerClass as text), :subjectIds,
                '00000000-0000-0000-0000-000000000000')""")
    int request(UUID organisationId, UUID id, @Nullable String customerClass, UUID[] subjectIds);

    /** The oldest that nobody else has in hand, locked. */
    @SQL("""
            select id from look_pull
            where organisation_id = :organisationId order by id limit 1 for update skip locked""")
    List<UUID> next(UUID organisationId);

    /** What is open of these; that some of it is looked at soon anyway is seen to when it is pulled. */
    @SQL("""
            select r.id
            from look_pull p
            join receivable r on r.organisation_id = :organisationId and r.id > p.reached and r.open_amount > 0
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            where p.organisation_id = :organisationId and p.id = :id
              and (p.customer_class is null or c.customer_class = p.customer_class)
              and (p.subject_ids = '{}' or r.customer_id = any(p.subject_ids) or r.contract_id = any(p.subject_ids))
            order by r.id limit :rows""")
    List<UUID> page(UUID organisationId, UUID id, int rows);

    @SQL("update look_pull set reached = :reached where organisation_id = :organisationId and id = :id")
    int reach(UUID organisationId, UUID id, UUID reached);

    @SQL("delete from look_pull where organisation_id = :organisationId and id = :id")
    int finish(UUID organisationId, UUID id);
}
