package io.huikuan.preference;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PreferenceQueries {
    EntityManager entityManager();

    /** Times as HH:mm, channels as a list with commas; null is what nobody has set. */
    record Kept(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable Integer dailyCap,
            @Nullable String reminders,
            @Nullable String payments,
            @Nullable String promises,
            @Nullable String assignments,
            long version) {}

    @SQL("""
            select s.email, s.phone, left(cast(s.quiet_from as text), 5) as quiet_from, left(cast(s.quiet_until as text), 5) as quiet_until,
                s.daily_cap,
                max(array_to_string(c.channels, ',')) filter (where c.category = 'REMINDERS') as reminders,
                max(array_to_string(c.channels, ',')) filter (where c.category = 'PAYMENTS') as payments,
                max(array_to_string(c.channels, ',')) filter (where c.category = 'PROMISES') as promises,
                max(array_to_string(c.channels, ',')) filter (where c.category = 'ASSIGNMENTS') as assignments,
                s.version
            from notification_setting s
            left join notification_choice c on c.organisation_id = :organisationId and c.user_id = s.user_id
            where s.organisation_id = :organisationId and s.user_id = :userId
            group by s.organisation_id, s.user_id""")
    List<Kept> kept(UUID organisationId, UUID userId);

    /** Nothing where the version is another one by now. */
    @SQL("""
            insert into notification_setting as s (organisation_id, user_id, email, phone, quiet_from, quiet_until, daily_cap, version)
            values (:organisationId, :userId, cast(:email as text), cast(:phone as text), cast(cast(:quietFrom as text) as time),
                cast(cast(:quietUntil as text) as time), cast(:dailyCap as int), 1)
            on conflict (organisation_id, user_id) do update set
                email = excluded.email, phone = excluded.phone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                daily_cap = excluded.daily_cap, version = s.version + 1
            where s.version = :version""")
    int keep(
            UUID organisationId,
            UUID userId,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable Integer dailyCap,
            long version);

    @SQL("delete from notification_choice where organisation_id = :organisationId and user_id = :userId")
    int forgetChoices(UUID organisationId, UUID userId);

    /** Channels are a list with commas; an empty one is none. */
    @SQL("""
            insert into notification_choice (organisation_id, user_id, category, channels)
            select :organisationId, :userId, w.category, string_to_array(w.channels, ',')
            from unnest(:categories, :channels) as w(category, channels)""")
    int choose(UUID organisationId, UUID userId, String[] categories, String[] channels);

    record KeptDefaults(String quietFrom, String quietUntil, int dailyCap, long version) {}

    @SQL("""
            select left(cast(coalesce(d.quiet_from, time '21:00') as text), 5) as quiet_from,
                left(cast(coalesce(d.quiet_until, time '08:00') as text), 5) as quiet_until,
                coalesce(d.daily_cap, 20) as daily_cap, coalesce(d.version, 0) as version
            from organisation o left join notification_default d on d.organisation_id = o.id
            where o.id = :organisationId""")
    KeptDefaults defaults(UUID organisationId);

    /** Nothing where the version is another one by now. */
    @SQL("""
            insert into notification_default as d (organisation_id, quiet_from, quiet_until, daily_cap, version)
            values (:organisationId, cast(:quietFrom as time), cast(:quietUntil as time), :dailyCap, 1)
            on conflict (organisation_id) do update set
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, daily_cap = excluded.daily_cap, version = d.version + 1
            where d.version = :version""")
    int keepDefaults(UUID organisationId, String quietFrom, String quietUntil, int dailyCap, long version);
}
