package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** How a telling goes from one channel to the next, and from whom it is for to who stands in for them. */
interface FanOutQueries {
    EntityManager entityManager();

    /** Until the transaction ends, nobody else fans out: so that of two tellings of the same, to the same person, each sees the other. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended('telling/' || cast(:organisationId as text), 0)) as text)")
    String takeTurns(UUID organisationId);

    /**
     * Turns tellings that are due into one delivery per address of the next channel by which their readers can be told, and by which there
     * is something that may be told; or finds that nothing is left. The reader is who stands in for the recipient today, or the recipient. A reader is told of the same by one
     * telling at a time, the own one first; a digest tells for all for whom they read. Who can be told by no channel may still register a
     * phone: that telling waits until it expires.
     *
     * @return how many tellings were dealt with
     */
    @SQL("""
            with today as (
                select cast(cast(:now as timestamptz) at time zone o.time_zone as date) as day from organisation o where o.id = :organisationId),
            due as (
                select t.id, t.recipient_id, t.kind, t.category, t.matter, coalesce(t.since_date, t.business_date, t.about_day) as since_date,
                    coalesce(t.business_date, t.about_day) as until_date, t.category = 'SUBSCRIPTIONS' or num_nonnulls(t.notice_id, t.letter_id) > 0 as alone,
                    case when t.kind <> 'DIGEST' then t.kind end as only_kind, t.channel, t.target_id, t.expires_at, reader.id as reader_id, reader.rank
                from telling t
                cross join today
                left join stand_in s on s.organisation_id = :organisationId and s.absent_id = t.recipient_id
                  and today.day between s.starts_on and s.ends_on and t.category <> 'SUBSCRIPTIONS'
                cross join lateral (
                    select coalesce(s.substitute_id, t.recipient_id) as id,
                        case when t.reader_id = coalesce(s.substitute_id, t.recipient_id) then t.rank else 0 end as rank) reader
                where t.organisation_id = :organisationId and t.state = 'PLANNED' and t.send_at <= :now and t.expires_at > :now
                  and exists (
                      select 1 from telling_way(:organisationId, reader.id, t.category) w
                      where w.channel = any(:channels) and w.channel = coalesce(t.channel, w.channel)
                        and w.target_id is not distinct from t.target_id and w.place > reader.rank)
                  and not exists (
                      select 1 from telling o
                      where o.organisation_id = :organisationId and o.state = 'TELLING' and o.reader_id = reader.id
                        and o.kind = t.kind and o.matter = t.matter and o.recipient_id <> t.recipient_id)
                order by t.send_at limit :rows for update of t skip locked),
            first as (
                select distinct on (d.reader_id, d.kind, d.matter, d.target_id, d.expires_at) d.* from due d
                order by d.reader_id, d.kind, d.matter, d.target_id, d.expires_at, d.recipient_id = d.reader_id desc, d.id),
            heard as (
                select f.id, f.reader_id as user_id from first f
                union all
                select f.id, s.absent_id from first f
                cross join today
                join stand_in s on s.organisation_id = :organisationId and s.substitute_id = f.reader_id
                  and today.day between s.starts_on and s.ends_on),
            ways as (
                select f.id, f.reader_id, f.expires_at, w.place, w.channel, w.installation_id, w.lane,
                    min(w.place) over (partition by f.id) as next
                from first f
                join lateral telling_way(:organisationId, f.reader_id, f.category) w
                  on w.channel = any(:channels) and w.channel = coalesce(f.channel, w.channel)
                  and w.target_id is not distinct from f.target_id and w.place > f.rank
                where f.alone or exists (
                    select 1 from heard h
                    join notice_worth_telling n on n.organisation_id = :organisationId and n.recipient_id = h.user_id
                    where h.id = f.id and n.business_date between f.since_date and f.until_date and n.kind = coalesce(f.only_kind, n.kind)
                      and (n.channels is null or w.channel = any(n.channels)) and (n.snoozed_until is null or n.snoozed_until <= :now))),
            fanned as (
                insert into delivery (
                    organisation_id, id, telling_id, reader_id, channel, lane, installation_id, state, attempts, due_at, expires_at,
                    outcome_unknown, created_at)
                select :organisationId, uuidv7(), w.id, w.reader_id, w.channel, w.lane, w.installation_id, 'PENDING', 0, :now, w.expires_at,
                    false, :now
                from ways w where w.place = w.next
                on conflict (organisation_id, telling_id, reader_id, channel, installation_id) do update set
                    state = 'PENDING', attempts = 0, due_at = excluded.due_at, expires_at = excluded.expires_at, outcome = null,
                    finished_at = null
                where delivery.state = 'CANCELLED'),
            dealt as (
                update telling t set
                    state = case when w.next is not null then 'TELLING' when f.rank > 0 then 'UNREACHED' else 'EMPTY' end,
                    reader_id = f.reader_id, rank = coalesce(w.next, f.rank),
                    counted_on = case when t.reader_id = f.reader_id then t.counted_on end
                from first f left join (select distinct ways.id, ways.next from ways) w on w.id = f.id
                where t.organisation_id = :organisationId and t.id = f.id
                returning t.id)
            select count(*) from dealt""")
    long fanOut(UUID organisationId, Instant now, String[] channels, int rows);

    /** The state that a telling is in, and the letter where it is one. */
    record Concluded(@Nullable UUID letterId, String state) {}

    /**
     * Says how tellings have ended of which no delivery is under way any more. One that reached nobody goes on with the next channel, as long
     * as it is of use: so that no two channels both succeed, except where nobody knows whether the first one did. One that was not its
     * reader's any more goes on with the first channel of whose it is. What was sent to a substitute has told for all for whom they read.
     *
     * @return what became of each
     */
    @SQL("""
            with today as (
                select cast(cast(:now as timestamptz) at time zone o.time_zone as date) as day from organisation o where o.id = :organisationId),
            ended as (
                select t.id, reader.id as reader_id, case when t.reader_id = reader.id then t.rank else 0 end as rank
                from telling t
                cross join today
                left join stand_in s on s.organisation_id = :organisationId and s.absent_id = t.recipient_id
                  and today.day between s.starts_on and s.ends_on and t.category <> 'SUBSCRIPTIONS'
                cross join lateral (select coalesce(s.substitute_id, t.recipient_id) as id) reader
                where t.organisation_id = :organisationId and t.state = 'TELLING' and not exists (
                    select 1 from delivery y
                    where y.organisation_id = :organisationId and y.telling_id = t.id and y.state in ('PENDING', 'CLAIMED', 'SENDING'))
                order by t.id limit :rows for update of t skip locked),
            outcomes as (
                select e.id, e.reader_id, e.rank,
                    bool_or(y.state = 'SENT') as sent,
                    bool_or(y.outcome = 'NOTHING_TO_TELL') as nothing_to_tell,
                    bool_or(y.outcome = 'CAPPED') as capped,
                    bool_or(y.outcome = 'EXPIRED') as expired
                from ended e left join delivery y on y.organisation_id = :organisationId and y.telling_id = e.id
                group by e.id, e.reader_id, e.rank),
            concluded as (
                update telling t set state = case
                    when o.sent then 'SENT'
                    when o.nothing_to_tell then 'EMPTY'
                    when o.capped then 'CAPPED'
                    when o.expired or t.expires_at <= :now then 'EXPIRED'
                    when exists (
                        select 1 from telling_way(:organisationId, o.reader_id, t.category) w
                        where w.channel = any(:channels) and w.channel = coalesce(t.channel, w.channel)
                          and w.target_id is not distinct from t.target_id and w.place > o.rank)
                        then 'PLANNED'
                    else 'UNREACHED' end
                from outcomes o where t.organisation_id = :organisationId and t.id = o.id
                returning t.id, t.state, t.letter_id, t.reader_id, t.recipient_id, t.kind, t.matter, t.expires_at, t.business_date,
                    coalesce(t.since_date, t.business_date) as since_date),
            heard as (
                select c.id, c.reader_id as user_id from concluded c where c.state = 'SENT' and c.reader_id <> c.recipient_id
                union all
                select c.id, s.absent_id from concluded c
                cross join today
                join stand_in s on s.organisation_id = :organisationId and s.substitute_id = c.reader_id
                  and today.day between s.starts_on and s.ends_on
                where c.state = 'SENT' and s.absent_id <> c.recipient_id),
            told as (
                update telling t set state = 'MERGED', merged_into = c.id
                from concluded c join heard h on h.id = c.id
                where t.organisation_id = :organisationId and t.recipient_id = h.user_id and t.state = 'PLANNED' and t.kind = c.kind
                  and t.matter = c.matter and t.expires_at = c.expires_at and t.category <> 'SUBSCRIPTIONS'
                  and (t.kind <> 'DIGEST'
                    or coalesce(t.since_date, t.business_date) >= c.since_date and t.business_date <= c.business_date)
                returning t.id)
            select letter_id, state from concluded""")
    List<Concluded> conclude(UUID organisationId, Instant now, String[] channels, int rows);
}
