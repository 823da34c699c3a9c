package io.huikuan.plan;

import static java.util.stream.Collectors.toMap;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.plan.PlanQueries.ContractRow;
import io.huikuan.plan.PlanQueries.LineRow;
import io.huikuan.plan.PlanQueries.Standing;
import io.huikuan.plan.PlanQueries.VersionRow;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a contract with its plan, as far as the viewer may see it. */
@ApplicationScoped
class PlanReading {
    private static final int LIVE = 2;

    private final PlanQueries queries;
    private final AllocationBooking booking;
    private final WorkCalendars calendars;

    PlanReading(PlanQueries queries, AllocationBooking booking, WorkCalendars calendars) {
        this.queries = queries;
        this.booking = booking;
        this.calendars = calendars;
    }

    /**
     * A contract and what is live of its plan: nothing before it is made.
     *
     * @param lines of the versions that are live
     */
    record Planned(
            ContractRow contract,
            Money amount,
            Standing standing,
            List<VersionRow> versions,
            List<LineRow> lines,
            Milestones milestones,
            List<PlanQueries.Reached> reached) {
        Money outside() {
            return Money.of(standing.outside(), amount.currency());
        }

        Optional<VersionRow> version(PlanView.State state) {
            return versions.stream()
                    .filter(version -> version.state().equals(state.name()))
                    .findFirst();
        }

        /** @throws NotFound when the contract has no plan */
        VersionRow inForce() {
            return version(PlanView.State.IN_FORCE).orElseThrow(NotFound::new);
        }

        List<LineRow> linesOf(VersionRow version) {
            return lines.stream()
                    .filter(line -> line.version() == version.number())
                    .toList();
        }

        /** @throws NotFound when the contract has no plan */
        PlanView view() {
            return new PlanView(
                    contract.id(),
                    amount,
                    outside(),
                    view(inForce()),
                    version(PlanView.State.PROPOSED).map(this::view).orElse(null),
                    reached.stream()
                            .map(each -> new PlanView.Reached(Milestone.valueOf(each.kind()), each.reachedOn()))
                            .toList(),
                    standing.revision());
        }

        private PlanView.Version view(VersionRow version) {
            return PlanView.Version.of(version, lines, amount.currency());
        }
    }

    /** @throws NotFound when there is no such contract that the viewer sees */
    ContractRow contract(Viewer viewer, UUID id) {
        return queries.contract(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @param books how far they are closed */
    record Locked(ContractRow contract, ClosedBooks books) {}

    /**
     * The same, and until the transaction ends nobody else plans, bills or pays anything of its customer: two plans at once can't both
     * find the contract unplanned.
     */
    Locked locked(Viewer viewer, UUID id) {
        var contract = contract(viewer, id);
        var books = booking.lockCustomers(viewer.organisationId(), List.of(contract.customerId()));
        return new Locked(contract, books);
    }

    /** @param today when a version that is made now is made */
    Planned planned(Viewer viewer, ContractRow contract, LocalDate today) {
        var organisationId = viewer.organisationId();
        var versions = queries.versions(organisationId, contract.id(), true, 0, LIVE);
        var numbers = versions.stream().map(VersionRow::number).toArray(Integer[]::new);
        var reached = queries.milestones(organisationId, contract.id());
        return new Planned(
                contract,
                Money.of(contract.amount(), contract.currency()),
                queries.standing(organisationId, contract.id(), contract.currency()),
                versions,
                queries.lines(organisationId, contract.id(), numbers),
                new Milestones(
                        contract.signedOn(),
                        today,
                        reached.stream()
                                .collect(toMap(each -> Milestone.valueOf(each.kind()), PlanQueries.Reached::reachedOn)),
                        calendars.of(organisationId)),
                reached);
    }
}
