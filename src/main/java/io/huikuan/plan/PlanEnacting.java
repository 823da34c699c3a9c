package io.huikuan.plan;

import io.huikuan.adjustment.AdjustmentGranting;
import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.NewAdjustment;
import io.huikuan.plan.PlanQueries.ContractRow;
import io.huikuan.plan.PlanQueries.LineRow;
import io.huikuan.platform.Ids;
import io.huikuan.platform.Viewer;
import io.huikuan.receivable.Billed;
import io.huikuan.receivable.ChangedReceivable;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.receivable.ReceivableRescheduling;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import io.huikuan.rules.PlanRevision.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Puts lines into force: bills what has a date, reschedules what has another one. */
@ApplicationScoped
class PlanEnacting {
    /** Leaves room for the running number in the longest number that a receivable may have. */
    private static final int LONGEST_PREFIX = 57;

    private final PlanQueries queries;
    private final ReceivableBilling billing;
    private final ReceivableRescheduling rescheduling;
    private final AdjustmentGranting granting;

    PlanEnacting(
            PlanQueries queries,
            ReceivableBilling billing,
            ReceivableRescheduling rescheduling,
            AdjustmentGranting granting) {
        this.queries = queries;
        this.billing = billing;
        this.rescheduling = rescheduling;
        this.granting = granting;
    }

    /**
     * A line, and what is to become of it.
     *
     * @param issuedOn from when on it is owed, where it is billed
     * @param dueOn empty while it waits
     * @param follows the line in force that it goes on from
     */
    record Deed(
            PlannedLine line,
            Step step,
            Money carried,
            LocalDate issuedOn,
            Optional<LocalDate> dueOn,
            @Nullable LineRow follows) {
        /** The receivable whose place its own takes; a line that waited has handed on what it was to replace. */
        @Nullable
        UUID replacesId() {
            if (follows == null || step == Step.KEEP || step == Step.RESCHEDULE) {
                return follows == null ? null : follows.replacesId();
            }
            return follows.receivableId() == null ? follows.replacesId() : follows.receivableId();
        }

        /** What is billed for the first time is owed from its date on; nothing is due before it is owed. */
        LocalDate dueOnOrAfterIssue() {
            var due = dueOn.orElseThrow();
            return due.isBefore(issuedOn) ? issuedOn : due;
        }
    }

    /** Writes down the lines of a version as they were agreed; nothing comes of it yet. */
    void draft(Viewer viewer, UUID contractId, int version, List<PlannedLine> lines) {
        queries.addLines(
                viewer.organisationId(),
                contractId,
                version,
                lines.getFirst().amount().currency(),
                column(lines, PlannedLine::id, UUID[]::new),
                column(lines, PlannedLine::label, String[]::new),
                column(lines, line -> line.amount().amount(), BigDecimal[]::new),
                column(lines, PlannedLine::holdback, Boolean[]::new),
                column(lines, line -> nameOf(line.trigger()), String[]::new),
                column(
                        lines,
                        line -> line.due() == null ? null : nameOf(line.due().kind()),
                        String[]::new),
                column(lines, line -> line.due() == null ? null : line.due().months(), Integer[]::new),
                column(lines, line -> line.due() == null ? null : line.due().days(), Integer[]::new),
                column(lines, line -> line.due() == null ? null : line.due().day(), Integer[]::new),
                column(
                        lines,
                        line -> line.due() == null ? null : nameOf(line.due().workingDays()),
                        String[]::new),
                column(lines, PlannedLine::dueOn, LocalDate[]::new),
                column(lines, PlannedLine::followsId, UUID[]::new));
    }

    /**
     * The customer is locked.
     *
     * @param reason of the new dates
     */
    void enact(
            Viewer viewer,
            ContractRow contract,
            List<Deed> deeds,
            @Nullable String reason,
            LocalDate today,
            Instant now) {
        var receivables = new HashMap<UUID, UUID>();
        bill(viewer, contract, deeds, receivables, today, now);
        for (var deed : deeds) {
            if (deed.step() == Step.KEEP || deed.step() == Step.RESCHEDULE) {
                receivables.put(
                        deed.line().id(), Objects.requireNonNull(follows(deed).receivableId()));
            }
            if (deed.step() == Step.RESCHEDULE) {
                reschedule(viewer, deed, reason, today, now);
            }
        }
        queries.enact(
                viewer.organisationId(),
                column(deeds, deed -> deed.line().id(), UUID[]::new),
                column(deeds, deed -> deed.carried().amount(), BigDecimal[]::new),
                column(deeds, PlanEnacting::dueOn, LocalDate[]::new),
                column(deeds, deed -> receivables.get(deed.line().id()), UUID[]::new),
                column(deeds, Deed::replacesId, UUID[]::new));
    }

    /**
     * Takes amounts off receivables, to be billed on others: decided with the version. The customer is locked.
     *
     * @param takenOff how much of which receivable
     */
    void takeOff(
            Viewer viewer,
            ContractRow contract,
            Map<UUID, Money> takenOff,
            String reason,
            LocalDate today,
            Instant now) {
        if (takenOff.isEmpty()) {
            return;
        }
        var lines = takenOff.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new NewAdjustment.Line(each.getKey(), DebtComponent.PRINCIPAL, each.getValue()))
                .toList();
        var total = lines.stream().map(NewAdjustment.Line::amount).reduce(Money.zero(contract.currency()), Money::plus);
        var wanted = new NewAdjustment(
                null, contract.customerId(), AdjustmentKind.REPLAN, null, total, today, reason, lines);
        granting.grant(viewer, wanted, today, now);
    }

    private void bill(
            Viewer viewer,
            ContractRow contract,
            List<Deed> deeds,
            Map<UUID, UUID> receivables,
            LocalDate today,
            Instant now) {
        var prefix = prefix(contract);
        int number = queries.lastNumber(viewer.organisationId(), contract.customerId(), prefix);
        var wanted = new ArrayList<NewReceivable>();
        var replaced = new HashMap<UUID, UUID>();
        for (var deed : deeds) {
            if (deed.step() != Step.BILL) {
                continue;
            }
            var id = Ids.next();
            number++;
            receivables.put(deed.line().id(), id);
            wanted.add(receivable(contract, deed, id, prefix + number));
            if (deed.replacesId() != null) {
                replaced.put(id, deed.replacesId());
            }
        }
        var billed = billing.billAll(viewer.organisationId(), viewer.userId(), wanted, today, now);
        if (!billed.stream().allMatch(each -> each.outcome() == Billed.Outcome.CREATED)) {
            throw new IllegalStateException("a running number of contract %s was taken".formatted(contract.id()));
        }
        billing.replace(viewer.organisationId(), replaced);
    }

    private static NewReceivable receivable(ContractRow contract, Deed deed, UUID id, String number) {
        var line = deed.line();
        return new NewReceivable(
                id,
                contract.customerId(),
                number,
                deed.issuedOn(),
                deed.dueOnOrAfterIssue(),
                line.amount().minus(deed.carried()),
                contract.id(),
                null,
                line.label());
    }

    private void reschedule(Viewer viewer, Deed deed, @Nullable String reason, LocalDate today, Instant now) {
        var change = new ChangedReceivable(deed.dueOn().orElseThrow(), reason, null);
        var id = Objects.requireNonNull(follows(deed).receivableId());
        rescheduling.change(viewer, id, change, _ -> {}, today, now);
    }

    private static LineRow follows(Deed deed) {
        return Objects.requireNonNull(deed.follows(), "only a line that goes on from another keeps its receivable");
    }

    private static @Nullable LocalDate dueOn(Deed deed) {
        return deed.step() == Step.BILL
                ? deed.dueOnOrAfterIssue()
                : deed.dueOn().orElse(null);
    }

    private static <T, C> C[] column(List<T> rows, Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String prefix(ContractRow contract) {
        var number = contract.number();
        return number.substring(0, Math.min(number.length(), LONGEST_PREFIX)) + "/";
    }
}
