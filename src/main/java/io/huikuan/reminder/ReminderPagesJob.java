package io.huikuan.reminder;

import io.huikuan.platform.OrganisationScope;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Goes through everything that is due, page by page. What is more than a page is worked by several hands, which share it as replicas do: each
 * passes by what another has locked.
 */
@ApplicationScoped
class ReminderPagesJob {
    /** Each holds a connection, and most of what it waits for is the database. */
    private static final int HANDS = 2;

    private final LookPulling pulling;
    private final ReminderLooking looking;
    private final OrganisationScope scope;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService hands = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("reminder-page-", 0).factory());

    ReminderPagesJob(
            LookPulling pulling, ReminderLooking looking, OrganisationScope scope, Clock clock, MeterRegistry meters) {
        this.pulling = pulling;
        this.looking = looking;
        this.scope = scope;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * From the first look to the last; to be called within the run's organisation.
     *
     * @param stopping no page is begun once this is true
     * @return how many receivables were looked at
     */
    int sweep(ReminderRun run, BooleanSupplier stopping) {
        prepare(run.organisationId(), run.businessDate(), stopping);
        if (stopping.getAsBoolean()) {
            return 0;
        }
        var first = page(run, Place.START);
        var looked = first.tally().looked();
        return first.isFull() ? looked + share(run, first.reached(), stopping) : looked;
    }

    /** Makes due what is to be looked at anew; to be called within the organisation. */
    void prepare(UUID organisationId, LocalDate today, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = pulling.settleSome(organisationId, today, clock.instant());
        }
        pull(organisationId, today, stopping);
    }

    /** What somebody has left word of changes nothing but when it is looked at: a dry run asks for it as well. */
    private void pull(UUID organisationId, LocalDate today, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = pulling.pullSome(organisationId, today);
        }
    }

    /**
     * Decides of everything that is due, and leaves it as it is.
     *
     * @return empty where it stopped before the end
     */
    Optional<Tally> preview(ReminderRun run, BooleanSupplier stopping) {
        pull(run.organisationId(), run.businessDate(), stopping);
        var place = Place.START;
        var total = Tally.NONE;
        while (!stopping.getAsBoolean()) {
            var page = looking.preview(run, place, clock.instant());
            if (page.isEmpty()) {
                return Optional.of(total);
            }
            total = total.plus(page.tally());
            place = page.reached();
        }
        return Optional.empty();
    }

    private int share(ReminderRun run, Place after, BooleanSupplier stopping) {
        Callable<Integer> hand = () -> scope.within(run.organisationId(), () -> sweepBehind(run, after, stopping));
        var looked = 0;
        try {
            for (var done : hands.invokeAll(Collections.nCopies(HANDS, hand))) {
                looked += done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a page of a reminder run failed", failed.getCause());
        }
        return looked;
    }

    /** Goes on behind the page before, for what that has left there are dead index entries. */
    private int sweepBehind(ReminderRun run, Place after, BooleanSupplier stopping) {
        var place = after;
        var looked = 0;
        while (!stopping.getAsBoolean()) {
            var page = page(run, place);
            if (page.isEmpty()) {
                break;
            }
            looked += page.tally().looked();
            place = page.reached();
        }
        return looked;
    }

    private ReminderLooking.Page page(ReminderRun run, Place after) {
        var page = looking.look(run, after, clock.instant());
        page.tally()
                .counts()
                .forEach((kind, count) -> meters.counter(
                                "huikuan.reminder.looks", "fate", kind.fate().name())
                        .increment(count));
        return page;
    }

    @PreDestroy
    void close() {
        hands.shutdown();
    }
}
