package io.huikuan.assignment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AssignmentQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            String scope,
            @Nullable String customerClass,
            @Nullable UUID customerId,
            @Nullable String customerName,
            @Nullable UUID contractId,
            @Nullable String contractNumber,
            @Nullable UUID policyId,
            @Nullable String policyName,
            @Nullable LocalDate lastDay,
            @Nullable String reason,
            Instant assignedAt,
            long version) {}

    /** What is about a customer only where the viewer sees the customer. */
    @SQL("""
            select a.id, a.scope, a.customer_class, coalesce(a.customer_id, d.customer_id) as customer_id, c.name as customer_name,
                a.contract_id, d.number as contract_number, a.policy_id, p.name as policy_name, a.last_day, a.reason,
                a.assigned_at, a.version
            from policy_assignment a
            left join reminder_policy p on p.organisation_id = :organisationId and p.id = a.policy_id
            left join contract d on d.organisation_id = :organisationId and d.id = a.contract_id
            left join customer c on c.organisation_id = :organisationId and c.id = coalesce(a.customer_id, d.customer_id)
            where a.organisation_id = :organisationId
              and (:all or c.id is null or c.owner_id = any(:owners))
              and (cast(:id as uuid) is null or a.id = cast(:id as uuid))
              and (cast(:policyId as uuid) is null or a.policy_id = cast(:policyId as uuid))
              and (cast(:scope as text) is null or a.scope = cast(:scope as text))
              and (cast(:afterId as uuid) is null or a.id > cast(:afterId as uuid))
            order by a.id limit :rows""")
    List<Row> list(
            UUID organisationId,
            boolean all,
            UUID[] owners,
            @Nullable UUID id,
            @Nullable UUID policyId,
            @Nullable String scope,
            @Nullable UUID afterId,
            int rows);

    @SQL("""
            select count(*) from policy_assignment
            where organisation_id = :organisationId and scope = :scope
              and customer_class is not distinct from cast(:customerClass as text)
              and customer_id is not distinct from cast(:customerId as uuid)
              and contract_id is not distinct from cast(:contractId as uuid)""")
    long countFor(
            UUID organisationId,
            String scope,
            @Nullable String customerClass,
            @Nullable UUID customerId,
            @Nullable UUID contractId);

    /** Whether the policy is one that customers are reminded by. */
    @SQL("select for_customers from reminder_policy where organisation_id = :organisationId and id = :id")
    List<Boolean> isForCustomers(UUID organisationId, UUID id);

    @SQL("select count(*) from contract where organisation_id = :organisationId and id = :id")
    long countContracts(UUID organisationId, UUID id);

    /** What may be followed by receivables of these customers and contracts; null stands for "no reminders". */
    record Said(
            String scope,
            @Nullable String customerClass,
            @Nullable UUID customerId,
            @Nullable UUID contractId,
            @Nullable UUID policyId,
            @Nullable LocalDate lastDay) {}

    @SQL("""
            select scope, customer_class, customer_id, contract_id, policy_id, last_day
            from policy_assignment
            where organisation_id = :organisationId
              and (scope in ('ORGANISATION', 'CUSTOMER_CLASS')
                or customer_id = any(:customerIds) or contract_id = any(:contractIds))""")
    List<Said> said(UUID organisationId, UUID[] customerIds, UUID[] contractIds);

    @SQL("""
            select scope, customer_class, customer_id, contract_id, policy_id, last_day
            from policy_assignment where organisation_id = :organisationId and policy_id = :policyId""")
    List<Said> following(UUID organisationId, UUID policyId);

    record Subject(
            UUID customerId,
            @Nullable String customerClass,
            @Nullable UUID contractId) {}

    /** A customer as the viewer sees it, with a contract of the customer's where one is named. */
    @SQL("""
            select c.id as customer_id, c.customer_class, d.id as contract_id
            from customer c
            left join contract d on d.organisation_id = :organisationId and d.customer_id = c.id and d.id = cast(:contractId as uuid)
            where c.organisation_id = :organisationId and c.id = :customerId and (:all or c.owner_id = any(:owners))""")
    List<Subject> subject(UUID organisationId, UUID customerId, @Nullable UUID contractId, boolean all, UUID[] owners);
}
