package io.huikuan.reminder;

import io.huikuan.receivable.ReceivableLooks;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at a page of receivables whose day has come. All that follows from a page is written in its one transaction, by a number of
 * statements that doesn't depend on its size; a crash loses a page that somebody else looks at again.
 */
@ApplicationScoped
public class ReminderLooking {
    /** Enough to make the statements' own cost vanish, few enough to hold locks for a fraction of a second. */
    private static final int PAGE = 2_000;

    /** @param reached where the next page begins */
    record Page(Tally tally, Place reached) {
        /** True when there was nothing left to look at. */
        boolean isEmpty() {
            return tally.looked() == 0;
        }

        /** True when there may be more. */
        boolean isFull() {
            return tally.looked() == PAGE;
        }
    }

    private final ReminderQueries queries;
    private final Escalation escalation;
    private final StepSending sending;
    private final ReceivableLooks schedule;
    private final RunLedger ledger;

    ReminderLooking(
            ReminderQueries queries,
            Escalation escalation,
            StepSending sending,
            ReceivableLooks schedule,
            RunLedger ledger) {
        this.queries = queries;
        this.escalation = escalation;
        this.sending = sending;
        this.schedule = schedule;
        this.ledger = ledger;
    }

    /** Looks at the next page behind {@code after} that nobody else is looking at, and does what is decided. */
    @Transactional
    public Page look(ReminderRun run, Place after, Instant now) {
        var due =
                queries.claim(run.organisationId(), run.businessDate(), after.nextLookOn(), after.receivableId(), PAGE);
        if (due.isEmpty()) {
            return new Page(Tally.NONE, after);
        }
        var looks = decide(run, due);
        write(run, looks, now);
        return new Page(Tally.of(looks), Place.of(due.getLast()));
    }

    /** Decides as {@link #look} would, and leaves everything as it is. */
    @Transactional
    public Page preview(ReminderRun run, Place after, Instant now) {
        var due =
                queries.peek(run.organisationId(), run.businessDate(), after.nextLookOn(), after.receivableId(), PAGE);
        if (due.isEmpty()) {
            return new Page(Tally.NONE, after);
        }
        ledger.stayAlive(run, now);
        return new Page(Tally.of(decide(run, due)), Place.of(due.getLast()));
    }

    private List<Look> decide(ReminderRun run, List<ReminderQueries.Due> due) {
        var owners = due.stream().map(ReminderQueries.Due::ownerId).collect(Collectors.toSet());
        var people = new Recipients(
                escalation.chains(run.organisationId(), owners), escalation.finance(run.organisationId()));
        var ladders = new Ladders(queries.standings(
                run.organisationId(), Columns.of(due, ReminderQueries.Due::receivableId, UUID[]::new)));
        return due.stream()
                .map(receivable -> Look.at(receivable, ladders.positionOf(receivable), people, run.businessDate()))
                .toList();
    }

    private void write(ReminderRun run, List<Look> looks, Instant now) {
        var receivables = Columns.of(looks, look -> look.due().receivableId(), UUID[]::new);
        var nextLooks = Columns.of(looks, Look::nextLookOn, LocalDate[]::new);
        queries.decided(
                run.organisationId(),
                run.id(),
                run.businessDate(),
                Look.POLICY.version(),
                receivables,
                Columns.of(looks, look -> look.fate().name(), String[]::new),
                Columns.of(looks, look -> look.sent().map(Sent::offsetDays).orElse(0), Integer[]::new),
                Columns.of(looks, look -> look.sent().map(Sent::occurrence).orElse(0), Integer[]::new),
                Columns.of(looks, look -> look.due().open(), BigDecimal[]::new),
                nextLooks,
                now);
        schedule.schedule(run.organisationId(), receivables, nextLooks);
        // Last, for here hands and replicas meet: they tell the same managers, and count in the same run.
        sending.send(run, looks.stream().flatMap(look -> look.sent().stream()).toList(), now);
        ledger.count(run, Tally.of(looks), now);
    }
}
