package io.huikuan.trigger;

import io.huikuan.calendar.WorkCalendars;
import io.huikuan.followup.FollowUpPlanning;
import io.huikuan.followup.NewFollowUp;
import io.huikuan.platform.TextBundle;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.trigger.TriggerQueries.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Looks for occasions and makes tasks of them, page by page, each page one statement to find and one to make. */
@ApplicationScoped
public class TriggerRunning {
    /** Before every other id. */
    static final UUID BEGINNING = new UUID(0, 0);

    private static final int PAGE = 500;
    private static final TextBundle WORDS = new TextBundle("triggers");

    private final TriggerQueries queries;
    private final FollowUpPlanning planning;
    private final WorkCalendars calendars;

    TriggerRunning(TriggerQueries queries, FollowUpPlanning planning, WorkCalendars calendars) {
        this.queries = queries;
        this.planning = planning;
        this.calendars = calendars;
    }

    /**
     * What became of a page.
     *
     * @param reached where the next one begins; empty on the last
     * @param tasks how many are new
     */
    public record Page(Optional<UUID> reached, int tasks) {}

    /** True once all of the day's occasions were looked for. */
    @Transactional
    public boolean isDone(UUID organisationId, LocalDate today) {
        return queries.countRuns(organisationId, today) > 0;
    }

    /** Said at the end: whoever breaks off leaves the day to be done again, which doubles nothing. */
    @Transactional
    public void done(UUID organisationId, LocalDate today, int tasks, Instant now) {
        queries.finish(organisationId, today, tasks, now);
    }

    /** The next occasions after {@code after}; each becomes a task for the owner, due on the next day that is worked. */
    @Transactional
    public Page page(UUID organisationId, TriggerView trigger, LocalDate today, UUID after, Instant now) {
        var occasions = occasions(organisationId, trigger, today, after);
        if (occasions.isEmpty()) {
            return new Page(Optional.empty(), 0);
        }
        var dueOn = calendars.of(organisationId).workingDayOnOrAfter(today);
        var wanted = occasions.stream()
                .map(occasion -> task(trigger.kind(), occasion, dueOn))
                .toList();
        int tasks = planning.planAll(organisationId, wanted, now);
        var last = occasions.getLast().id();
        return new Page(occasions.size() < PAGE ? Optional.empty() : Optional.of(last), tasks);
    }

    private List<Occasion> occasions(UUID organisationId, TriggerView trigger, LocalDate today, UUID after) {
        int days = Objects.requireNonNullElse(trigger.days(), 0);
        return switch (trigger.kind()) {
            case NO_CONTACT -> queries.withoutContact(organisationId, today, today.minusDays(days), after, PAGE);
            case CONTRACT_EXPIRING ->
                queries.expiringContracts(organisationId, today, today.plusDays(days), after, PAGE);
            case INVOICE_NOT_ISSUED -> queries.withoutInvoice(organisationId, today.plusDays(days), after, PAGE);
            case CREDIT_LIMIT_EXCEEDED -> queries.beyondCredit(organisationId, today, after, PAGE);
            case NO_NEXT_STEP ->
                queries.withoutNextStep(organisationId, today, lastOffset(), today.minusDays(days), after, PAGE);
        };
    }

    /** The last step of the ladder: who was told of it is told no more by itself. */
    static int lastOffset() {
        return ReminderPolicy.standard().steps().getLast().offsetDays();
    }

    private static NewFollowUp task(TriggerKind kind, Occasion occasion, LocalDate dueOn) {
        var words = WORDS.text(
                TextBundle.locale(occasion.locale()),
                kind.name(),
                occasion.number(),
                occasion.day().toString());
        return new NewFollowUp(
                null,
                occasion.customerId(),
                occasion.receivableId(),
                occasion.assigneeId(),
                words.orElseThrow(() -> new IllegalStateException("no words for " + kind)),
                null,
                dueOn,
                NewFollowUp.Priority.NORMAL,
                NewFollowUp.Origin.TRIGGER,
                null,
                null,
                String.join("/", "trigger", kind.name(), occasion.id().toString(), occasion.mark()));
    }
}
