package io.huikuan.reminder;

import io.huikuan.assignment.EffectivePolicies.Subject;
import io.huikuan.rules.LadderPosition;
import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What the looks read and write, a page at a time. */
interface ReminderQueries {
    EntityManager entityManager();

    /** A receivable whose next look has come. */
    record Due(
            UUID receivableId,
            UUID customerId,
            @Nullable String customerClass,
            @Nullable UUID contractId,
            UUID ownerId,
            String ownerLocale,
            LocalDate dueOn,
            LocalDate nextLookOn,
            BigDecimal open,
            String currency) {
        Money money() {
            return Money.of(open, currency);
        }

        Subject subject() {
            return new Subject(customerId, customerClass, contractId);
        }

        Locale language() {
            return Locale.forLanguageTag(ownerLocale);
        }
    }

    /** What was sent last about a receivable, as of the due date that it had then. */
    record Standing(
            UUID receivableId,
            LocalDate dueOn,
            int offsetDays,
            int occurrence,
            LocalDate sentOn,
            boolean acknowledged,
            int promisesBroken) {
        LadderPosition position() {
            return new LadderPosition(offsetDays, occurrence, sentOn, acknowledged);
        }
    }

    /** What a hold that stands takes out of the demand for a receivable, and its last day. */
    record Hold(
            UUID receivableId, BigDecimal amount, @Nullable LocalDate endsOn) {}

    /**
     * Locks what it returns until the transaction ends, and passes by what somebody else has locked. The lock is the weaker one that
     * leaves others free to refer to the row.
     */
    @SQL("""
            with due as materialized (
                select r.id, r.customer_id, r.contract_id, r.owner_id, r.due_on, l.next_look_on, r.open_amount, r.currency
                from receivable_look l
                join receivable r on r.organisation_id = :organisationId and r.id = l.receivable_id and r.open_amount > 0
                where l.organisation_id = :organisationId and l.next_look_on <= :businessDate
                  and (l.next_look_on, l.receivable_id) > (:afterLook, :afterId)
                order by l.next_look_on, l.receivable_id limit :rows
                for no key update skip locked)
            select d.id, d.customer_id, c.customer_class, d.contract_id, d.owner_id, u.locale, d.due_on, d.next_look_on, d.open_amount, d.currency
            from due d
            join app_user u on u.organisation_id = :organisationId and u.id = d.owner_id
            join customer c on c.organisation_id = :organisationId and c.id = d.customer_id
            order by d.next_look_on, d.id""")
    List<Due> claim(UUID organisationId, LocalDate businessDate, LocalDate afterLook, UUID afterId, int rows);

    /** The same rows for a run that only counts: locks nothing. */
    @SQL("""
            with due as materialized (
                select r.id, r.customer_id, r.contract_id, r.owner_id, r.due_on, l.next_look_on, r.open_amount, r.currency
                from receivable_look l
                join receivable r on r.organisation_id = :organisationId and r.id = l.receivable_id and r.open_amount > 0
                where l.organisation_id = :organisationId and l.next_look_on <= :businessDate
                  and (l.next_look_on, l.receivable_id) > (:afterLook, :afterId)
                order by l.next_look_on, l.receivable_id limit :rows)
            select d.id, d.customer_id, c.customer_class, d.contract_id, d.owner_id, u.locale, d.due_on, d.next_look_on, d.open_amount, d.currency
            from due d
            join app_user u on u.organisation_id = :organisationId and u.id = d.owner_id
            join customer c on c.organisation_id = :organisationId and c.id = d.customer_id
            order by d.next_look_on, d.id""")
    List<Due> peek(UUID organisationId, LocalDate businessDate, LocalDate afterLook, UUID afterId, int rows);

    /**
     * A statement of its own, for two reasons: it sees what was acknowledged while the claim waited for nobody, and an array of keys
     * never makes the planner read all positions once per receivable, as a join did while it took the table to be small.
     */
    @SQL("""
            select receivable_id, due_on, offset_days, occurrence, sent_on, acknowledged, promises_broken
            from reminder_position
            where organisation_id = :organisationId and receivable_id = any(:receivableIds)""")
    List<Standing> standings(UUID organisationId, UUID[] receivableIds);

    @SQL("""
            select receivable_id, amount, ends_on
            from hold
            where organisation_id = :organisationId and receivable_id = any(:receivableIds) and ended_at is null
              and starts_on <= :businessDate and (ends_on is null or ends_on >= :businessDate)""")
    List<Hold> holds(UUID organisationId, UUID[] receivableIds, LocalDate businessDate);

    /** How many promises over a receivable were broken. */
    record Broken(UUID receivableId, int promises) {}

    @SQL("""
            select s.receivable_id, cast(count(*) as int) as promises
            from promise_part s
            join promise p on p.organisation_id = :organisationId and p.id = s.promise_id and p.state = 'BROKEN'
            where s.organisation_id = :organisationId and s.receivable_id = any(:receivableIds)
            group by s.receivable_id""")
    List<Broken> broken(UUID organisationId, UUID[] receivableIds);

    /** Offset and occurrence count only where something was sent, what was sent before only where there was something. */
    @SQL("""
            insert into reminder_decision (organisation_id, id, run_id, receivable_id, business_date, fate, offset_days,
                occurrence, policy_id, policy_version, due_on, open_amount, on_hold, promise_broken, last_offset_days,
                last_occurrence, last_sent_on, last_acknowledged, next_look_on, decided_at)
            select :organisationId, uuidv7(), :runId, l.receivable_id, :businessDate, l.fate,
                case when l.fate = 'SENT' then l.offset_days end, case when l.fate = 'SENT' then l.occurrence end, l.policy_id,
                l.policy_version, l.due_on, l.open_amount, l.on_hold, l.promise_broken, l.last_offset_days,
                l.last_occurrence, l.last_sent_on, l.last_acknowledged, l.next_look_on, :now
            from unnest(:receivableIds, :fates, :offsets, :occurrences, :policyIds, :policyVersions, :dueOns, :opens, :onHolds,
                    :promisesBroken, :lastOffsets, :lastOccurrences, :lastSentOns, :lastAcknowledged, :nextLooks)
                as l (receivable_id, fate, offset_days, occurrence, policy_id, policy_version, due_on, open_amount, on_hold,
                    promise_broken, last_offset_days, last_occurrence, last_sent_on, last_acknowledged, next_look_on)""")
    int decided(
            UUID organisationId,
            UUID runId,
            LocalDate businessDate,
            UUID[] receivableIds,
            String[] fates,
            Integer[] offsets,
            Integer[] occurrences,
            UUID[] policyIds,
            Integer[] policyVersions,
            LocalDate[] dueOns,
            BigDecimal[] opens,
            BigDecimal[] onHolds,
            Boolean[] promisesBroken,
            Integer[] lastOffsets,
            Integer[] lastOccurrences,
            LocalDate[] lastSentOns,
            Boolean[] lastAcknowledged,
            LocalDate[] nextLooks,
            Instant now);

    /** What was acknowledged since the page was read stays so. */
    @SQL("""
            insert into reminder_position as p
                (organisation_id, receivable_id, due_on, offset_days, occurrence, sent_on, acknowledged, promises_broken)
            select :organisationId, s.receivable_id, s.due_on, s.offset_days, s.occurrence, :businessDate, false, s.promises_broken
            from unnest(:receivableIds, :dueOns, :offsets, :occurrences, :promisesBroken)
                as s (receivable_id, due_on, offset_days, occurrence, promises_broken)
            on conflict (organisation_id, receivable_id) do update set due_on = excluded.due_on,
                offset_days = excluded.offset_days, occurrence = excluded.occurrence, sent_on = excluded.sent_on,
                promises_broken = excluded.promises_broken, acknowledged = p.acknowledged and p.due_on = excluded.due_on and p.offset_days = excluded.offset_days""")
    int moved(
            UUID organisationId,
            LocalDate businessDate,
            UUID[] receivableIds,
            LocalDate[] dueOns,
            Integer[] offsets,
            Integer[] occurrences,
            Integer[] promisesBroken);

    @SQL("""
            update reminder_position set acknowledged = true
            where organisation_id = :organisationId and receivable_id = :receivableId and offset_days = :offsetDays
                and due_on = :dueOn""")
    int acknowledge(UUID organisationId, UUID receivableId, int offsetDays, LocalDate dueOn);
}
