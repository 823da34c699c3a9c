package io.huikuan.landing;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface LandingQueries {
    EntityManager entityManager();

    record Contract(UUID id, UUID customerId, String number) {}

    /** The contracts that these pairs name; those that name none are left out. */
    @SQL("""
            select c.id, c.customer_id, c.number
            from unnest(cast(:customerIds as uuid[]), cast(:numbers as text[])) as w(customer_id, number)
            join contract c on c.organisation_id = :organisationId and c.customer_id = w.customer_id and c.number = w.number""")
    List<Contract> contracts(UUID organisationId, UUID[] customerIds, String[] numbers);

    record Designated(UUID customerId, String number, String currency) {}

    /** Those that name a receivable in their currency on which something is open. */
    @SQL("""
            select distinct w.customer_id, w.number, w.currency
            from unnest(cast(:customerIds as uuid[]), cast(:numbers as text[]), cast(:currencies as text[]))
                as w(customer_id, number, currency)
            join receivable r on r.organisation_id = :organisationId and r.customer_id = w.customer_id
                and r.number = w.number and r.currency = w.currency and r.open_amount > 0""")
    List<Designated> designated(UUID organisationId, UUID[] customerIds, String[] numbers, String[] currencies);
}
