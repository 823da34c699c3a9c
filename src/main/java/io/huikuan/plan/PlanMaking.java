package io.huikuan.plan;

import io.huikuan.audit.AuditTrail;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.plan.PlanEnacting.Deed;
import io.huikuan.plan.PlanFaults.MilestoneBeforeSigning;
import io.huikuan.plan.PlanFaults.MilestoneInTheFuture;
import io.huikuan.plan.PlanFaults.MilestoneReachedBefore;
import io.huikuan.plan.PlanFaults.PlanExceedsContract;
import io.huikuan.plan.PlanFaults.PlanExists;
import io.huikuan.plan.PlanQueries.VersionRow;
import io.huikuan.plan.PlanReading.Planned;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.rules.PlanRevision.Step;
import io.huikuan.terms.TermsKeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes a contract's first plan, and dates its lines when what they wait for has happened. */
@ApplicationScoped
public class PlanMaking {
    private static final int ORIGINAL = 1;

    private final PlanReading reading;
    private final PlanEnacting enacting;
    private final PlanQueries queries;
    private final TermsKeeping terms;
    private final AuditTrail audit;

    PlanMaking(PlanReading reading, PlanEnacting enacting, PlanQueries queries, TermsKeeping terms, AuditTrail audit) {
        this.reading = reading;
        this.enacting = enacting;
        this.queries = queries;
        this.terms = terms;
        this.audit = audit;
    }

    /**
     * Makes version 1: what has a date is billed at once, the rest waits for its milestone.
     *
     * @throws NotFound when there is no such contract that the viewer sees
     * @throws PlanExists when it has a plan
     * @throws PlanExceedsContract when the lines are more than what of the contract is not billed yet
     */
    @Transactional
    public PlanView make(Viewer viewer, UUID contractId, NewPlan wanted, LocalDate today, Instant now) {
        var locked = reading.locked(viewer, contractId);
        var contract = locked.contract();
        var issuedOn = Objects.requireNonNullElse(wanted.issuedOn(), today);
        requireIssue(issuedOn, contract.signedOn(), today);
        locked.books().require("/issuedOn", issuedOn);
        var before = reading.planned(viewer, contract, issuedOn);
        if (!before.versions().isEmpty()) {
            throw new PlanExists();
        }
        var left = before.amount().minus(before.outside());
        var lines = lines(wanted, left, issuedOn);
        var total = lines.stream().map(PlannedLine::amount).reduce(Money.zero(left.currency()), Money::plus);
        if (total.compareTo(left) > 0) {
            throw new PlanExceedsContract(total, left);
        }
        var deeds = lines.stream()
                .map(line -> first(line, before.milestones(), locked.books()))
                .toList();
        queries.addVersion(
                viewer.organisationId(),
                contractId,
                ORIGINAL,
                PlanView.State.IN_FORCE.name(),
                wanted.reason(),
                issuedOn,
                BigDecimal.ZERO,
                0,
                viewer.userId(),
                now,
                now);
        enacting.draft(viewer, contractId, ORIGINAL, lines);
        enacting.enact(viewer, contract, deeds, wanted.reason(), today, now);
        record(viewer, "plan.made", contractId, Map.of("total", total.toString(), "lines", lines.size()), now);
        return reading.planned(viewer, contract, today).view();
    }

    /**
     * A milestone is reached: the lines that wait for it get their dates, and are billed. The same again changes nothing.
     *
     * @throws NotFound when the contract has no plan, or is not the viewer's to see
     * @throws MilestoneReachedBefore when it was reached on another day
     */
    @Transactional
    public PlanView reach(
            Viewer viewer, UUID contractId, Milestone kind, LocalDate reachedOn, LocalDate today, Instant now) {
        if (kind.isKnownAtOnce()) {
            throw InvalidRequest.field("/kind", "milestone-known");
        }
        var locked = reading.locked(viewer, contractId);
        var contract = locked.contract();
        if (reachedOn.isAfter(today)) {
            throw new MilestoneInTheFuture();
        }
        if (reachedOn.isBefore(contract.signedOn())) {
            throw new MilestoneBeforeSigning(contract.signedOn());
        }
        var before = reading.planned(viewer, contract, today);
        var version = before.inForce();
        var known = before.milestones().of(kind);
        if (known.isPresent()) {
            if (!known.get().equals(reachedOn)) {
                throw new MilestoneReachedBefore(known.get());
            }
            return before.view();
        }
        queries.reach(viewer.organisationId(), contractId, kind.name(), reachedOn, viewer.userId(), now);
        var after = reading.planned(viewer, contract, today);
        enacting.enact(viewer, contract, waiting(after, version, kind, locked.books()), null, today, now);
        record(viewer, "milestone.reached", contractId, Map.of("kind", kind, "reachedOn", reachedOn.toString()), now);
        return reading.planned(viewer, contract, today).view();
    }

    private List<PlannedLine> lines(NewPlan wanted, Money left, LocalDate issuedOn) {
        if ((wanted.termsId() == null) == (wanted.lines() == null)) {
            throw InvalidRequest.field("/termsId", "terms-or-lines");
        }
        if (wanted.lines() != null) {
            return new PlanDrafting(left.currency(), issuedOn).lines(wanted.lines());
        }
        var template = terms.terms(Objects.requireNonNull(wanted.termsId()))
                .orElseThrow(() -> InvalidRequest.field("/termsId", "terms-unknown"));
        if (!left.isPositive()) {
            throw new PlanExceedsContract(left, left);
        }
        return PlanDrafting.byTerms(template, left);
    }

    private static void requireIssue(LocalDate issuedOn, LocalDate signedOn, LocalDate today) {
        if (issuedOn.isAfter(today)) {
            throw InvalidRequest.field("/issuedOn", "must-not-be-in-the-future");
        }
        if (issuedOn.isBefore(signedOn)) {
            throw InvalidRequest.field("/issuedOn", "must-not-be-before", signedOn);
        }
    }

    /** What counts from a milestone is owed from that day on, or from the first one behind it on which the books are open. */
    private static Deed first(PlannedLine line, Milestones milestones, ClosedBooks books) {
        var nothing = Money.zero(line.amount().currency());
        if (line.trigger() == null || line.due() == null) {
            return new Deed(line, Step.BILL, nothing, milestones.issuedOn(), Optional.ofNullable(line.dueOn()), null);
        }
        var owedFrom = milestones.of(line.trigger()).map(books::openOnOrAfter);
        var dueOn = milestones.dueOn(line.trigger(), line.due());
        var step = dueOn.isPresent() ? Step.BILL : Step.WAIT;
        return new Deed(line, step, nothing, owedFrom.orElse(milestones.issuedOn()), dueOn, null);
    }

    /** What took the place of something that was billed is owed from then on, however long ago the milestone was reached. */
    private static List<Deed> waiting(Planned planned, VersionRow version, Milestone kind, ClosedBooks books) {
        var reachedOn = planned.milestones().of(kind).orElseThrow();
        boolean earlier = version.number() > ORIGINAL && reachedOn.isBefore(version.issuedOn());
        var owedFrom = books.openOnOrAfter(earlier ? version.issuedOn() : reachedOn);
        return planned.linesOf(version).stream()
                .filter(row -> row.dueOn() == null && kind.name().equals(row.triggerKind()))
                .map(row -> {
                    var line = PlannedLine.of(row);
                    var dueOn = planned.milestones().dueOn(kind, Objects.requireNonNull(line.due()));
                    var carried = Money.of(row.carriedAmount(), row.currency());
                    return new Deed(line, Step.BILL, carried, owedFrom, dueOn, row);
                })
                .toList();
    }

    private void record(Viewer viewer, String action, UUID contractId, Map<String, ?> details, Instant now) {
        audit.record(viewer.organisationId(), viewer.userId(), action, "contract", contractId, details, now);
    }
}
