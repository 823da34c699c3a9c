package io.huikuan.hold;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

interface PauseQueries {
    EntityManager entityManager();

    record Row(Pause pause, String customerName) {}

    /**
     * The latest first.
     *
     * @param state name of a {@link PauseView.State}
     * @param receivableId that is paused by it, be it with all of its customer
     */
    @HQL("""
            select p, c.name from Pause p join Customer c on c.id = p.customerId
            where (:all = true or :owners contains c.ownerId)
              and (:state is null or :state = case when p.endedAt is not null then 'ENDED'
                    when p.heldUntil < :today then 'EXPIRED' else 'STANDING' end)
              and (:customerId is null or p.customerId = :customerId)
              and (:receivableId is null or p.receivableId = :receivableId
                or p.receivableId is null and p.customerId = (select r.customerId from Receivable r where r.id = :receivableId))
              and (:ownerId is null or c.ownerId = :ownerId)
              and (cast(:heldTo as LocalDate) is null or p.heldUntil <= :heldTo)
              and (cast(:beforeAgreed as Instant) is null
                or p.agreedAt <= :beforeAgreed and (p.agreedAt < :beforeAgreed or p.id < :beforeId))
            order by p.agreedAt desc, p.id desc limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable String state,
            LocalDate today,
            @Nullable UUID customerId,
            @Nullable UUID receivableId,
            @Nullable UUID ownerId,
            @Nullable LocalDate heldTo,
            @Nullable Instant beforeAgreed,
            @Nullable UUID beforeId,
            int rows);

    @HQL("""
            select p, c.name from Pause p join Customer c on c.id = p.customerId
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    /** Does not load the pause: it may change until its customer is locked. */
    @HQL("""
            select p.customerId from Pause p join Customer c on c.id = p.customerId
            where p.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<UUID> customerOf(UUID id, boolean all, UUID[] owners);

    @HQL("select count(*) from Receivable r where r.id = :receivableId and r.customerId = :customerId")
    long countReceivable(UUID receivableId, UUID customerId);
}
