package io.huikuan.device;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ReachabilityQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            String displayName,
            String reachability,
            int devices,
            @Nullable Instant lastSeenAt,
            boolean email,
            boolean phone) {}

    /**
     * Active people in the order of their ids. The reason is that of the phone that comes nearest.
     *
     * @param recently since when a phone has to have shown itself
     */
    @SQL("""
            select u.id, u.display_name,
                case
                    when coalesce(bool_or(v.active and v.permission is distinct from 'DENIED' and v.last_seen_at >= :recently), false)
                        then 'REACHABLE'
                    when coalesce(bool_or(v.active and v.permission is distinct from 'DENIED'), false) then 'NOT_SEEN_LATELY'
                    when coalesce(bool_or(v.active), false) then 'PERMISSION_OFF'
                    when coalesce(bool_or(v.retired_because = 'ADDRESS_GONE'), false) then 'ADDRESS_GONE'
                    else 'NO_DEVICE' end as reachability,
                cast(count(v.installation_id) filter (where v.active) as int) as devices,
                max(v.last_seen_at) as last_seen_at,
                r.email is not null as email, r.phone is not null as phone
            from app_user u
            join notification_rule r on r.organisation_id = :organisationId and r.user_id = u.id
            left join device v on v.organisation_id = :organisationId and v.user_id = u.id
            where u.organisation_id = :organisationId and u.active
              and (:all = true or u.id = any(:people))
              and (cast(:id as uuid) is null or u.id = :id)
              and (cast(:afterId as uuid) is null or u.id > :afterId)
            group by u.id, u.display_name, r.email, r.phone
            order by u.id limit :rows""")
    List<Row> people(
            UUID organisationId,
            boolean all,
            UUID[] people,
            @Nullable UUID id,
            Instant recently,
            @Nullable UUID afterId,
            int rows);
}
