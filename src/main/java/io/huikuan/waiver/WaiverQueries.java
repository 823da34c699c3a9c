package io.huikuan.waiver;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;

interface WaiverQueries {
    EntityManager entityManager();

    record Owed(UUID customerId, UUID ownerId, String currency) {}

    @HQL("""
            select r.customerId, r.ownerId, r.currency from Receivable r
            where r.id = :receivableId and (:all = true or :owners contains r.ownerId)""")
    List<Owed> visible(UUID receivableId, boolean all, UUID[] owners);
}
