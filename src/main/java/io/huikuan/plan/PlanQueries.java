package io.huikuan.plan;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PlanQueries {
    EntityManager entityManager();

    record ContractRow(
            UUID id,
            UUID customerId,
            UUID ownerId,
            String number,
            LocalDate signedOn,
            BigDecimal amount,
            String currency) {}

    @HQL("""
            select d.id, d.customerId, c.ownerId, d.number, d.signedOn, d.amount, d.currency
            from Contract d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<ContractRow> contract(UUID id, boolean all, UUID[] owners);

    /**
     * @param outside what the contract was billed for beside its plan, less what was credited of that
     * @param revision grows with whatever changes the plan, or a receivable of the contract
     */
    record Standing(BigDecimal outside, long revision) {}

    @SQL("""
            select
                (select coalesce(sum(r.amount - coalesce(
                        (select sum(a.amount) from allocation a
                        where a.organisation_id = :organisationId and a.receivable_id = r.id
                          and a.kind = 'CREDIT_NOTE' and a.component = 'PRINCIPAL'), 0)), 0)
                from receivable r
                where r.organisation_id = :organisationId and r.contract_id = :contractId and r.currency = :currency
                  and not exists (
                      select from plan_line l where l.organisation_id = :organisationId and l.receivable_id = r.id))
                    as outside,
                cast(
                    (select count(*) + count(v.decided_at) from plan_version v
                    where v.organisation_id = :organisationId and v.contract_id = :contractId)
                    + (select count(*) from contract_milestone m
                    where m.organisation_id = :organisationId and m.contract_id = :contractId)
                    + (select coalesce(sum(r.version), 0) from receivable r
                    where r.organisation_id = :organisationId and r.contract_id = :contractId)
                    as bigint) as revision""")
    Standing standing(UUID organisationId, UUID contractId, String currency);

    record VersionRow(
            int number,
            String state,
            @Nullable String reason,
            LocalDate issuedOn,
            BigDecimal movedAmount,
            @Nullable Integer movedDays,
            UUID proposedBy,
            String proposerName,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable String deciderName,
            @Nullable Instant decidedAt,
            @Nullable String decisionNote) {}

    /** @param live only what is in force, and what waits for approval */
    @SQL("""
            select v.number, v.state, v.reason, v.issued_on, v.moved_amount, v.moved_days, v.proposed_by,
                p.display_name as proposer_name, v.proposed_at, v.decided_by, d.display_name as decider_name, v.decided_at,
                v.decision_note
            from plan_version v
            join app_user p on p.organisation_id = :organisationId and p.id = v.proposed_by
            left join app_user d on d.organisation_id = :organisationId and d.id = v.decided_by
            where v.organisation_id = :organisationId and v.contract_id = :contractId and v.number > :afterNumber
              and (not :live or v.state in ('IN_FORCE', 'PROPOSED'))
            order by v.number limit :rows""")
    List<VersionRow> versions(UUID organisationId, UUID contractId, boolean live, int afterNumber, int rows);

    record LineRow(
            UUID id,
            int version,
            int ordinal,
            String label,
            BigDecimal amount,
            String currency,
            BigDecimal carriedAmount,
            boolean holdback,
            @Nullable String triggerKind,
            @Nullable String dueKind,
            @Nullable Integer dueMonths,
            @Nullable Integer dueDays,
            @Nullable Integer dueDay,
            @Nullable String workingDays,
            @Nullable LocalDate dueOn,
            @Nullable UUID followsId,
            @Nullable UUID replacesId,
            @Nullable UUID receivableId,
            @Nullable String receivableNumber,
            @Nullable LocalDate receivableDueOn,
            @Nullable BigDecimal openAmount) {}

    @SQL("""
            select l.id, l.version, l.ordinal, l.label, l.amount, l.currency, l.carried_amount, l.holdback, l.trigger_kind,
                l.due_kind, l.due_months, l.due_days, l.due_day, l.working_days, l.due_on, l.follows_id, l.replaces_id,
                l.receivable_id, r.number as receivable_number, r.due_on as receivable_due_on, r.open_amount
            from plan_line l
            left join receivable r on r.organisation_id = :organisationId and r.id = l.receivable_id
            where l.organisation_id = :organisationId and l.contract_id = :contractId and l.version = any(:versions)
            order by l.version, l.ordinal""")
    List<LineRow> lines(UUID organisationId, UUID contractId, Integer[] versions);

    /** The number of the contract by whose plan in force the receivable is asked for. */
    @SQL("""
            select d.number from plan_line l
            join plan_version v on v.organisation_id = :organisationId and v.contract_id = l.contract_id
              and v.number = l.version and v.state = 'IN_FORCE'
            join contract d on d.organisation_id = :organisationId and d.id = l.contract_id
            where l.organisation_id = :organisationId and l.receivable_id = :receivableId""")
    List<String> plannedBy(UUID organisationId, UUID receivableId);

    record Reached(String kind, LocalDate reachedOn) {}

    @SQL("""
            select kind, reached_on from contract_milestone
            where organisation_id = :organisationId and contract_id = :contractId
            order by reached_on, kind""")
    List<Reached> milestones(UUID organisationId, UUID contractId);

    @SQL("""
            insert into contract_milestone (organisation_id, contract_id, kind, reached_on, recorded_by, recorded_at)
            values (:organisationId, :contractId, :kind, :reachedOn, :recordedBy, :recordedAt)""")
    int reach(
            UUID organisationId,
            UUID contractId,
            String kind,
            LocalDate reachedOn,
            UUID recordedBy,
            Instant recordedAt);

    /** The greatest number that follows on the prefix among those of the customer's receivables; 0 where there is none. */
    @SQL("""
            select coalesce(max(cast(substring(r.number from '[0-9]+$') as int)), 0) from receivable r
            where r.organisation_id = :organisationId and r.customer_id = :customerId
              and left(r.number, char_length(:prefix)) = :prefix
              and substring(r.number from char_length(:prefix) + 1) ~ '^[0-9]{1,6}$'""")
    int lastNumber(UUID organisationId, UUID customerId, String prefix);

    @SQL("""
            insert into plan_version (
                organisation_id, contract_id, number, state, reason, issued_on, moved_amount, moved_days, proposed_by,
                proposed_at, decided_at)
            values (
                :organisationId, :contractId, :number, :state, :reason, :issuedOn, :movedAmount, cast(:movedDays as int),
                :proposedBy, :proposedAt, cast(:decidedAt as timestamptz))""")
    int addVersion(
            UUID organisationId,
            UUID contractId,
            int number,
            String state,
            @Nullable String reason,
            LocalDate issuedOn,
            BigDecimal movedAmount,
            @Nullable Integer movedDays,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable Instant decidedAt);

    @SQL("""
            update plan_version set state = 'SUPERSEDED'
            where organisation_id = :organisationId and contract_id = :contractId and state = 'IN_FORCE'""")
    int supersede(UUID organisationId, UUID contractId);

    @SQL(
            "select coalesce(max(number), 0) from plan_version where organisation_id = :organisationId and contract_id = :contractId")
    int newestVersion(UUID organisationId, UUID contractId);

    @SQL("""
            update plan_version
            set state = 'IN_FORCE', issued_on = :issuedOn, moved_amount = :movedAmount, moved_days = cast(:movedDays as int),
                decided_by = :decidedBy, decided_at = :decidedAt, decision_note = :note
            where organisation_id = :organisationId and contract_id = :contractId and number = :number""")
    int approve(
            UUID organisationId,
            UUID contractId,
            int number,
            LocalDate issuedOn,
            BigDecimal movedAmount,
            @Nullable Integer movedDays,
            UUID decidedBy,
            Instant decidedAt,
            String note);

    @SQL("""
            update plan_version
            set state = 'REFUSED', decided_by = :decidedBy, decided_at = :decidedAt, decision_note = :note
            where organisation_id = :organisationId and contract_id = :contractId and number = :number""")
    int refuse(UUID organisationId, UUID contractId, int number, UUID decidedBy, Instant decidedAt, String note);

    /** In the order of the lines; null where a line has none of it. */
    @SQL("""
            insert into plan_line (
                organisation_id, id, contract_id, version, ordinal, label, amount, currency, carried_amount, holdback,
                trigger_kind, due_kind, due_months, due_days, due_day, working_days, due_on, follows_id)
            select :organisationId, w.id, :contractId, :version, w.place, w.label, w.amount, :currency, 0, w.holdback,
                w.trigger_kind, w.due_kind, w.due_months, w.due_days, w.due_day, w.working_days, w.due_on, w.follows_id
            from unnest(
                    :ids, :labels, :amounts, :holdbacks, :triggers, :dueKinds, :dueMonths, :dueDays, :daysOfMonth,
                    :workingDays, :dueOns, :followed)
                with ordinality as w(
                    id, label, amount, holdback, trigger_kind, due_kind, due_months, due_days, due_day, working_days,
                    due_on, follows_id, place)""")
    int addLines(
            UUID organisationId,
            UUID contractId,
            int version,
            String currency,
            UUID[] ids,
            String[] labels,
            BigDecimal[] amounts,
            Boolean[] holdbacks,
            String[] triggers,
            String[] dueKinds,
            Integer[] dueMonths,
            Integer[] dueDays,
            Integer[] daysOfMonth,
            String[] workingDays,
            LocalDate[] dueOns,
            UUID[] followed);

    /** What of a line is known only once it is in force. */
    @SQL("""
            update plan_line l
            set carried_amount = w.carried, due_on = w.due_on, receivable_id = w.receivable_id, replaces_id = w.replaces_id
            from unnest(:ids, :carried, :dueOns, :receivableIds, :replacesIds)
                as w(id, carried, due_on, receivable_id, replaces_id)
            where l.organisation_id = :organisationId and l.id = w.id""")
    int enact(
            UUID organisationId,
            UUID[] ids,
            BigDecimal[] carried,
            LocalDate[] dueOns,
            UUID[] receivableIds,
            UUID[] replacesIds);
}
