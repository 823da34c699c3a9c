package io.huikuan.reminder;

import io.huikuan.receivable.ReceivableLooks;
import io.huikuan.rules.LadderPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

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
    private final LookDeciding deciding;
    private final StepSending sending;
    private final ReceivableLooks schedule;
    private final RunLedger ledger;

    ReminderLooking(
            ReminderQueries queries,
            LookDeciding deciding,
            StepSending sending,
            ReceivableLooks schedule,
            RunLedger ledger) {
        this.queries = queries;
        this.deciding = deciding;
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
        var looks = deciding.decide(run, due);
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
        return new Page(Tally.of(deciding.decide(run, due)), Place.of(due.getLast()));
    }

    private void write(ReminderRun run, List<Look> looks, Instant now) {
        var receivables = Columns.of(looks, look -> look.due().receivableId(), UUID[]::new);
        var nextLooks = Columns.of(looks, Look::nextLookOn, LocalDate[]::new);
        queries.decided(
                run.organisationId(),
                run.id(),
                run.businessDate(),
                receivables,
                Columns.of(looks, look -> look.fate().name(), String[]::new),
                Columns.of(looks, look -> look.sent().map(Sent::offsetDays).orElse(0), Integer[]::new),
                Columns.of(looks, look -> look.sent().map(Sent::occurrence).orElse(0), Integer[]::new),
                Columns.of(looks, Look::policyId, UUID[]::new),
                Columns.of(looks, look -> look.policy().policy().version(), Integer[]::new),
                Columns.of(looks, look -> look.due().dueOn(), LocalDate[]::new),
                Columns.of(looks, look -> look.due().open(), BigDecimal[]::new),
                Columns.of(looks, look -> look.snapshot().onHold().amount(), BigDecimal[]::new),
                Columns.of(looks, look -> look.snapshot().promiseBroken(), Boolean[]::new),
                last(looks, LadderPosition::offsetDays, Integer[]::new),
                last(looks, LadderPosition::occurrence, Integer[]::new),
                last(looks, LadderPosition::sentOn, LocalDate[]::new),
                last(looks, LadderPosition::acknowledged, Boolean[]::new),
                nextLooks,
                now);
        schedule.schedule(run.organisationId(), receivables, nextLooks);
        // Last, for here hands and replicas meet: they tell the same managers, and count in the same run.
        sending.send(run, looks.stream().flatMap(look -> look.sent().stream()).toList(), now);
        ledger.count(run, Tally.of(looks), now);
    }

    private static <T> T[] last(List<Look> looks, Function<LadderPosition, T> value, IntFunction<T[]> array) {
        return Columns.of(looks, look -> look.snapshot().last().map(value).orElse(null), array);
    }
}
