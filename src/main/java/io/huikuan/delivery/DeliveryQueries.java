package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DeliveryQueries {
    EntityManager entityManager();

    /** How long the longest waiting delivery of all organisations has been due. */
    @SQL("""
            select cast(coalesce(max(extract(epoch from cast(:now as timestamptz) - y.due_at)), 0) as bigint)
            from delivery y
            where y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now""")
    long longestWaitSeconds(Instant now);

    @SQL("""
            update delivery set state = 'CANCELLED', outcome = 'EXPIRED', outcome_unknown = outcome_unknown or state = 'SENDING',
                lease_token = null, finished_at = :now
            where organisation_id = :organisationId and state in ('PENDING', 'CLAIMED', 'SENDING') and due_at <= :now
              and expires_at <= :now""")
    int expire(UUID organisationId, Instant now);

    record Claimed(UUID id, String channel, String lane) {}

    /**
     * Takes deliveries that are due, also those whose holder's lease has run out, and leaves alone what others are just taking. Each telling
     * is counted once against its reader's cap of the local day, in the row that all replicas count in; those that exceed it are cancelled. What a target is told counts against nobody's. The
     * contacts of one customer are counted together.
     * What quiet hours will put off is not counted: it is claimed again when they are over.
     */
    @SQL("""
            with due as materialized (
                select y.id, y.telling_id, y.channel, y.lane from delivery y
                where y.organisation_id = :organisationId and y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now
                  and y.channel <> all(:closedChannels) and y.channel || ' ' || y.lane <> all(:closedLanes)
                order by y.due_at limit :rows for update of y skip locked),
            today as (
                select cast(cast(:now as timestamptz) at time zone o.time_zone as date) as day,
                    cast(cast(:now as timestamptz) at time zone o.time_zone as time) as clock
                from organisation o where o.id = :organisationId),
            fresh as (
                select t.id, r.counted_id, r.daily_cap, row_number() over (partition by r.counted_id order by t.id) as place
                from telling t
                cross join lateral telling_rule(:organisationId, t.reader_id) r
                cross join today
                where t.organisation_id = :organisationId and t.id in (select due.telling_id from due)
                  and t.counted_on is distinct from today.day and t.target_id is null
                  and not (t.heeds_quiet_hours and is_quiet(r.quiet_from, r.quiet_until, today.clock))),
            counted as (
                insert into told_day (organisation_id, recipient_id, day, told, cap)
                select :organisationId, f.counted_id, (select today.day from today), least(count(*), max(f.daily_cap)), max(f.daily_cap)
                from fresh f group by f.counted_id order by f.counted_id
                on conflict (organisation_id, recipient_id, day) do update set
                    told = greatest(told_day.told, least(told_day.told + excluded.told, excluded.cap)), cap = excluded.cap
                returning recipient_id, new.told - coalesce(old.told, 0) as granted),
            granted as (
                update telling t set counted_on = (select today.day from today)
                from fresh f join counted c on c.recipient_id = f.counted_id and f.place <= c.granted
                where t.organisation_id = :organisationId and t.id = f.id
                returning t.id),
            refused as (
                select f.id from fresh f where f.id not in (select granted.id from granted)),
            capped as (
                update delivery y set state = 'CANCELLED', outcome = 'CAPPED', lease_token = null, finished_at = :now
                from due where y.organisation_id = :organisationId and y.id = due.id
                  and due.telling_id in (select refused.id from refused)
                returning y.id),
            claimed as (
                update delivery y set state = 'CLAIMED', lease_token = :token, due_at = :leaseUntil,
                    outcome_unknown = y.outcome_unknown or y.state = 'SENDING'
                from due where y.organisation_id = :organisationId and y.id = due.id
                  and due.telling_id not in (select refused.id from refused)
                returning y.id)
            select due.id, due.channel, due.lane from due join claimed on claimed.id = due.id""")
    List<Claimed> claim(
            UUID organisationId,
            UUID token,
            Instant now,
            Instant leaseUntil,
            String[] closedChannels,
            String[] closedLanes,
            int rows);

    /** The holder's lease, longer by the time that a send takes; only of those that have no other holder by now. */
    @SQL("""
            with begun as (
                update delivery set state = 'SENDING', attempts = attempts + 1, due_at = :leaseUntil
                where organisation_id = :organisationId and id = any(:ids) and lease_token = :token and state = 'CLAIMED'
                returning id)
            select id from begun""")
    List<UUID> startSending(UUID organisationId, UUID[] ids, UUID token, Instant leaseUntil);

    /**
     * All that the last look before a send has to see.
     *
     * @param readerId whom it goes to
     * @param theirs the address is in use, by the reader, who is still there, still who is to be told and still wants to be told so
     * @param countedToday it was counted against the cap of the day that it is, or counts against nobody's
     * @param mayNameCustomers who reads at the target may know customers and amounts
     * @param dueToday as the digest counts, of what its channel may tell
     * @param told of how many things, whichever they are
     */
    record Facts(
            UUID id,
            int attempts,
            Instant expiresAt,
            UUID readerId,
            String kind,
            @Nullable LocalDate aboutDay,
            boolean subscribed,
            boolean heedsQuietHours,
            boolean countedToday,
            String timeZone,
            String quietFrom,
            String quietUntil,
            String channel,
            String lane,
            @Nullable String installationId,
            @Nullable String address,
            @Nullable UUID targetId,
            boolean mayNameCustomers,
            @Nullable String addressKind,
            String locale,
            @Nullable Long deviceVersion,
            boolean theirs,
            @Nullable UUID letterId,
            @Nullable UUID receivableId,
            @Nullable UUID customerId,
            @Nullable UUID followUpId,
            long dueToday,
            long overdue,
            long dueSoon,
            long told) {}

    /**
     * Counted against the digest's business date, or as many days after it as have passed since it was planned: so a digest that quiet hours
     * have put off to the next morning tells of that morning, and one of a sandbox's past tells of its own day. A substitute's counts what
     * those have been told for whom they stand in. From the hand to its tellings to what they tell, and no other way: while the tables are
     * new to the planner, it would begin with all tellings that there are.
     */
    @SQL("""
            with today as (
                select cast(cast(:now as timestamptz) at time zone o.time_zone as date) as day, o.time_zone
                from organisation o where o.id = :organisationId),
            hand as materialized (
                select y.id, y.telling_id, y.reader_id, y.channel, y.lane, y.installation_id, y.attempts, y.expires_at from delivery y
                where y.organisation_id = :organisationId and y.id = any(:ids)),
            asked as materialized (
                select d.id, d.recipient_id, d.reader_id, d.kind, d.category, coalesce(d.since_date, d.business_date, d.about_day) as since_date,
                    coalesce(d.business_date, d.about_day) as until_date, case when d.kind <> 'DIGEST' then d.kind end as only_kind,
                    d.business_date + (today.day - cast(d.created_at at time zone today.time_zone as date)) as counting_day,
                    d.notice_id, d.letter_id, d.about_day, d.target_id, d.counted_on, d.heeds_quiet_hours, d.state
                from telling d
                cross join today
                where d.organisation_id = :organisationId and d.id in (select hand.telling_id from hand)),
            heard as materialized (
                select a.id, a.reader_id as user_id from asked a
                union all
                select a.id, s.absent_id from asked a
                cross join today
                join stand_in s on s.organisation_id = :organisationId and s.substitute_id = a.reader_id
                  and today.day between s.starts_on and s.ends_on),
            told as (
                select a.id, c.channel, count(distinct w.receivable_id) as receivables,
                    count(distinct w.receivable_id) filter (where w.due_on = a.counting_day) as due_today,
                    count(distinct w.receivable_id) filter (where w.due_on < a.counting_day) as overdue,
                    count(distinct w.receivable_id) filter (where w.due_on > a.counting_day) as due_soon
                from asked a
                join (select distinct hand.telling_id, hand.channel from hand) c on c.telling_id = a.id
                join heard h on h.id = a.id
                left join lateral (
                    select distinct n.receivable_id, n.due_on from notice_worth_telling n
                    where n.organisation_id = :organisationId and n.recipient_id = h.user_id
                      and n.business_date between a.since_date and a.until_date and n.kind = coalesce(a.only_kind, n.kind)
                      and (n.channels is null or c.channel = any(n.channels))
                      and (n.snoozed_until is null or n.snoozed_until <= :now)) w on true
                group by a.id, c.channel)
            select y.id, y.attempts, y.expires_at, y.reader_id, d.kind, d.about_day,
                d.category = 'SUBSCRIPTIONS' as subscribed, d.heeds_quiet_hours,
                d.target_id is not null or coalesce(d.counted_on = today.day, false) as counted_today,
                today.time_zone, cast(r.quiet_from as text) as quiet_from, cast(r.quiet_until as text) as quiet_until,
                y.channel, y.lane, v.installation_id,
                case y.channel when 'FCM' then v.address when 'EMAIL' then r.email when 'SMS' then r.phone end as address, g.id as target_id,
                coalesce(g.may_name_customers, false) as may_name_customers,
                v.address_kind, coalesce(v.locale, r.locale) as locale, v.version as device_version,
                r.here and d.state = 'TELLING' and d.reader_id = y.reader_id and coalesce(s.substitute_id, d.recipient_id) = y.reader_id
                    and (ch.channels is null or y.channel = any(ch.channels))
                    and coalesce(case y.channel
                        when 'FCM' then v.active and v.user_id = y.reader_id
                        when 'EMAIL' then r.email is not null
                        when 'SMS' then r.phone is not null
                        else y.channel = g.kind end, false) as theirs,
                d.letter_id, n.receivable_id, n.customer_id, n.follow_up_id, told.due_today, told.overdue, told.due_soon,
                told.receivables
                    + (select cast(coalesce(sum(w.things), 0) as bigint) from news_worth_telling w
                       where w.organisation_id = :organisationId and w.recipient_id = d.recipient_id and w.id = d.notice_id
                         and (w.snoozed_until is null or w.snoozed_until <= :now)) as told
            from hand y
            cross join today
            join asked d on d.id = y.telling_id
            join told on told.id = d.id and told.channel = y.channel
            left join stand_in s on s.organisation_id = :organisationId and s.absent_id = d.recipient_id
              and today.day between s.starts_on and s.ends_on and d.category <> 'SUBSCRIPTIONS'
            left join device v on v.organisation_id = :organisationId and v.installation_id = y.installation_id
            left join channel_target g on g.organisation_id = :organisationId and g.id = d.target_id
            left join notice n on n.organisation_id = :organisationId and n.id = d.notice_id
            left join notification_choice ch on ch.organisation_id = :organisationId and ch.user_id = y.reader_id
              and ch.category = d.category
            cross join lateral telling_rule(:organisationId, y.reader_id) r""")
    List<Facts> facts(UUID organisationId, UUID[] ids, Instant now);

    @SQL("""
            update delivery y set state = 'CANCELLED', outcome = w.outcome, attempts = y.attempts - 1, lease_token = null,
                finished_at = :now
            from unnest(:ids, :outcomes) as w(id, outcome)
            where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = :token and y.state = 'SENDING'""")
    int cancel(UUID organisationId, UUID[] ids, UUID token, String[] outcomes, Instant now);

    /** Nothing was sent: another time. */
    @SQL("""
            update delivery y set attempts = case when y.state = 'SENDING' then y.attempts - 1 else y.attempts end, state = 'PENDING',
                due_at = w.due_at, expires_at = greatest(y.expires_at, w.expires_at), lease_token = null
            from unnest(:ids, :dueAt, :expiresAt) as w(id, due_at, expires_at)
            where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = :token
              and y.state in ('CLAIMED', 'SENDING')""")
    int putOff(UUID organisationId, UUID[] ids, UUID token, Instant[] dueAt, Instant[] expiresAt);

    /**
     * What became of sends, of those whose lease still holds. Message ids may have null elements.
     *
     * @return the deliveries that were still the sender's
     */
    @SQL("""
            with settled as (
                update delivery y set state = w.state, attempts = y.attempts - w.uncounted, due_at = w.due_at, outcome = w.outcome,
                    outcome_unknown = y.outcome_unknown or w.unknown, message_id = coalesce(w.message_id, y.message_id),
                    lease_token = null, finished_at = case when w.state = 'PENDING' then null else cast(:now as timestamptz) end
                from unnest(:ids, :tokens, :states, :uncounted, :dueAt, :outcomes, :unknown, :messageIds)
                    as w(id, token, state, uncounted, due_at, outcome, unknown, message_id)
                where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = w.token and y.state = 'SENDING'
                returning y.id)
            select id from settled""")
    List<UUID> settle(
            UUID organisationId,
            UUID[] ids,
            UUID[] tokens,
            String[] states,
            Integer[] uncounted,
            Instant[] dueAt,
            String[] outcomes,
            Boolean[] unknown,
            String[] messageIds,
            Instant now);
}
