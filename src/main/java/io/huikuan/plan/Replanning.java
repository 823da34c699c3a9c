package io.huikuan.plan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.huikuan.plan.PlanFaults.PlanApproverIsProposer;
import io.huikuan.plan.PlanFaults.ProposalWaiting;
import io.huikuan.plan.PlanFaults.VersionNotProposed;
import io.huikuan.plan.PlanQueries.VersionRow;
import io.huikuan.plan.PlanReading.Locked;
import io.huikuan.plan.PlanReading.Planned;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import io.huikuan.terms.ReplanLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes new versions of a plan: at once where little moves, else with a second person's approval. */
@ApplicationScoped
public class Replanning {
    private final PlanReading reading;
    private final PlanEnacting enacting;
    private final PlanQueries queries;
    private final ReplanLimits limits;
    private final PlanNews news;

    Replanning(PlanReading reading, PlanEnacting enacting, PlanQueries queries, ReplanLimits limits, PlanNews news) {
        this.reading = reading;
        this.enacting = enacting;
        this.queries = queries;
        this.limits = limits;
        this.news = news;
    }

    /** @throws NotFound when the contract is not there, or not the viewer's to see */
    @Transactional
    public UUID payerOf(Viewer viewer, UUID contractId) {
        return reading.contract(viewer, contractId).customerId();
    }

    /**
     * Keeps everybody else from the plan until the transaction ends.
     *
     * @return its revision
     * @throws NotFound when the contract is not there, or not the viewer's to see
     */
    @Transactional(TxType.MANDATORY)
    public long lock(Viewer viewer, UUID contractId) {
        var contract = reading.locked(viewer, contractId).contract();
        return queries.standing(viewer.organisationId(), contractId, contract.currency())
                .revision();
    }

    /**
     * Makes a new version. It is in force at once, or waits for approval where it moves more than one person may, or plans less than the
     * one before.
     *
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws NotFound when the contract has no plan, or is not the viewer's to see
     * @throws ProposalWaiting when another version waits for approval
     */
    @Transactional
    public PlanView replan(
            Viewer viewer,
            UUID contractId,
            NewPlanVersion wanted,
            Consumer<PlanView> check,
            LocalDate today,
            Instant now) {
        var locked = reading.locked(viewer, contractId);
        var contract = locked.contract();
        var before = reading.planned(viewer, contract, today);
        check.accept(before.view());
        before.version(PlanView.State.PROPOSED).ifPresent(waiting -> {
            throw new ProposalWaiting(waiting.number());
        });
        var present = before.linesOf(before.inForce()).stream()
                .map(PlannedLine::of)
                .collect(toMap(PlannedLine::id, identity()));
        var lines = new PlanDrafting(contract.currency(), today).lines(wanted.lines(), present);
        var change = PlanChange.of(before, lines, today);
        int number = queries.newestVersion(viewer.organisationId(), contractId) + 1;
        var state = needsApproval(viewer, before, change) ? PlanView.State.PROPOSED : PlanView.State.IN_FORCE;
        boolean atOnce = state == PlanView.State.IN_FORCE;
        if (atOnce) {
            queries.supersede(viewer.organisationId(), contractId);
        }
        queries.addVersion(
                viewer.organisationId(),
                contractId,
                number,
                state.name(),
                wanted.reason(),
                today,
                change.revision().moved().amount(),
                change.daysLater(),
                viewer.userId(),
                now,
                atOnce ? now : null);
        enacting.draft(viewer, contractId, number, lines);
        var step = new PlanNews.Step(contract, number, change.revision().moved(), wanted.reason(), today, now);
        if (atOnce) {
            enact(viewer, locked, change, wanted.reason(), today, now);
            news.changed(viewer, step);
        } else {
            news.proposed(viewer, step);
        }
        return reading.planned(viewer, contract, today).view();
    }

    /**
     * Puts a proposed version into force as things stand now: what was paid meanwhile counts.
     *
     * @throws NotFound when there is no such version, or the contract is not the viewer's to see
     * @throws VersionNotProposed when it does not wait for approval
     * @throws PlanApproverIsProposer when the viewer proposed it
     */
    @Transactional
    public PlanView approve(Viewer viewer, UUID contractId, int number, String note, LocalDate today, Instant now) {
        var locked = reading.locked(viewer, contractId);
        var contract = locked.contract();
        var before = reading.planned(viewer, contract, today);
        var proposed = proposed(viewer, before, number);
        if (proposed.proposedBy().equals(viewer.userId())) {
            throw new PlanApproverIsProposer();
        }
        var lines = before.linesOf(proposed).stream().map(PlannedLine::of).toList();
        var change = PlanChange.of(before, lines, today);
        queries.supersede(viewer.organisationId(), contractId);
        queries.approve(
                viewer.organisationId(),
                contractId,
                number,
                today,
                change.revision().moved().amount(),
                change.daysLater(),
                viewer.userId(),
                now,
                note);
        enact(viewer, locked, change, Objects.requireNonNull(proposed.reason()), today, now);
        news.approved(
                viewer,
                new PlanNews.Step(contract, number, change.revision().moved(), note, today, now),
                proposed.proposedBy());
        return reading.planned(viewer, contract, today).view();
    }

    /**
     * The plan stays as it is; who proposed the version may take it back so.
     *
     * @throws NotFound when there is no such version, or the contract is not the viewer's to see
     * @throws VersionNotProposed when it does not wait for approval
     */
    @Transactional
    public PlanView refuse(Viewer viewer, UUID contractId, int number, String note, LocalDate today, Instant now) {
        var contract = reading.locked(viewer, contractId).contract();
        var proposed = proposed(viewer, reading.planned(viewer, contract, today), number);
        queries.refuse(viewer.organisationId(), contractId, number, viewer.userId(), now, note);
        var moved = Money.of(proposed.movedAmount(), contract.currency());
        news.refused(viewer, new PlanNews.Step(contract, number, moved, note, today, now), proposed.proposedBy());
        return reading.planned(viewer, contract, today).view();
    }

    private boolean needsApproval(Viewer viewer, Planned before, PlanChange change) {
        return change.lowersTheTotal()
                || limits.limit(viewer.organisationId())
                        .isExceededBy(
                                change.revision().moved(),
                                before.amount(),
                                change.revision().daysLater());
    }

    private VersionRow proposed(Viewer viewer, Planned plan, int number) {
        var waiting = plan.version(PlanView.State.PROPOSED).filter(version -> version.number() == number);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        int newest =
                queries.newestVersion(viewer.organisationId(), plan.contract().id());
        if (number < 1 || number > newest) {
            throw new NotFound();
        }
        throw new VersionNotProposed();
    }

    private void enact(Viewer viewer, Locked locked, PlanChange change, String reason, LocalDate today, Instant now) {
        locked.books().require("/lines", today);
        enacting.takeOff(viewer, locked.contract(), change.takenOff(), reason, today, now);
        enacting.enact(viewer, locked.contract(), change.deeds(), reason, today, now);
    }
}
