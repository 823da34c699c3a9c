package io.huikuan.receivable;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface LookQueries {
    EntityManager entityManager();

    @SQL("""
            update receivable r set next_look_on = l.next_look_on
            from unnest(:receivableIds, :nextLooks) as l (id, next_look_on)
            where r.organisation_id = :organisationId and r.id = l.id""")
    int schedule(UUID organisationId, UUID[] receivableIds, LocalDate[] nextLooks);

    @SQL("""
            update receivable r set next_look_on = :day
            where r.organisation_id = :organisationId and r.customer_id = :customerId and r.open_amount > 0
              and (r.next_look_on is null or r.next_look_on > :day)""")
    int pull(UUID organisationId, UUID customerId, LocalDate day);
}
