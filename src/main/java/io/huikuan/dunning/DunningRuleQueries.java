package io.huikuan.dunning;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DunningRuleQueries {
    EntityManager entityManager();

    /** Channels as a list with commas. */
    record Row(
            UUID id,
            @Nullable String customerClass,
            @Nullable UUID policyId,
            @Nullable String policyName,
            String approval,
            int approvalDays,
            String channels,
            int dailyCap,
            @Nullable BigDecimal minimumAmount,
            @Nullable String minimumCurrency,
            Instant setAt,
            long version) {}

    @SQL("""
            select r.id, r.customer_class, r.policy_id, p.name as policy_name, r.approval, r.approval_days,
                array_to_string(r.channels, ',') as channels, r.daily_cap, r.minimum_amount, r.minimum_currency, r.set_at, r.version
            from dunning_rule r
            left join reminder_policy p on p.organisation_id = :organisationId and p.id = r.policy_id
            where r.organisation_id = :organisationId
              and (cast(:id as uuid) is null or r.id = :id)
              and (cast(:afterId as uuid) is null or r.id > :afterId)
            order by r.id limit :rows""")
    List<Row> list(UUID organisationId, @Nullable UUID id, @Nullable UUID afterId, int rows);

    /** Locked until the transaction ends. */
    @SQL("""
            select version from dunning_rule where organisation_id = :organisationId and id = :id for update""")
    List<Long> lock(UUID organisationId, UUID id);

    /** Whether the policy is one that customers are reminded by. */
    @SQL("select for_customers from reminder_policy where organisation_id = :organisationId and id = :id")
    List<Boolean> isForCustomers(UUID organisationId, UUID id);

    @SQL("""
            select count(*) from dunning_rule
            where organisation_id = :organisationId and customer_class is not distinct from cast(:customerClass as text)""")
    long countFor(UUID organisationId, @Nullable String customerClass);

    /** Or in place of what it said. */
    @SQL("""
            insert into dunning_rule as r (
                organisation_id, id, customer_class, policy_id, approval, approval_days, channels, daily_cap, minimum_amount,
                minimum_currency, set_by, set_at, version)
            values (:organisationId, :id, cast(:customerClass as text), cast(:policyId as uuid), :approval, :approvalDays,
                string_to_array(:channels, ','), :dailyCap, cast(:minimumAmount as numeric), cast(:minimumCurrency as text), :setBy, :now, 0)
            on conflict (organisation_id, id) do update set
                policy_id = excluded.policy_id, approval = excluded.approval, approval_days = excluded.approval_days,
                channels = excluded.channels, daily_cap = excluded.daily_cap, minimum_amount = excluded.minimum_amount,
                minimum_currency = excluded.minimum_currency, set_by = excluded.set_by, set_at = excluded.set_at, version = r.version + 1""")
    int keep(
            UUID organisationId,
            UUID id,
            @Nullable String customerClass,
            @Nullable UUID policyId,
            String approval,
            int approvalDays,
            String channels,
            int dailyCap,
            @Nullable BigDecimal minimumAmount,
            @Nullable String minimumCurrency,
            UUID setBy,
            Instant now);

    @SQL("delete from dunning_rule where organisation_id = :organisationId and id = :id")
    int remove(UUID organisationId, UUID id);
}
