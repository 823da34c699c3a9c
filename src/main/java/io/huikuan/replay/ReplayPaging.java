package io.huikuan.replay;

import io.huikuan.assignment.PolicyScope;
import io.huikuan.rules.NoticeDifference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Goes through a page of receivables, and adds what differs to the lines of the replay. */
@ApplicationScoped
public class ReplayPaging {
    /** A life takes longer than a look: fewer than a run looks at. */
    private static final int PAGE = 1_000;

    private final ReplayQueries queries;
    private final LifeReading lives;
    private final Comparing comparing;

    ReplayPaging(ReplayQueries queries, LifeReading lives, Comparing comparing) {
        this.queries = queries;
        this.lives = lives;
        this.comparing = comparing;
    }

    /**
     * Goes on where the replay has got to, in a transaction of its own; a crash loses a page that somebody else goes through again.
     *
     * @return false when it is done
     */
    @Transactional
    public boolean goOn(UUID organisationId, UUID id, LocalDate today, Instant now) {
        var found = queries.atWork(organisationId, id);
        if (found.isEmpty()) {
            return false;
        }
        var replay = replay(organisationId, found.getFirst());
        var page = lives.page(replay, PAGE);
        if (page.isEmpty()) {
            queries.finish(organisationId, id, now);
            return false;
        }
        // In one order for all, as every statement that meets others on the same rows.
        var lines = comparing.differences(replay, page, today).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Comparing.Line::personId).thenComparing(Comparing.Line::customerId)))
                .toList();
        queries.add(
                organisationId,
                id,
                lines.stream().map(line -> line.getKey().personId()).toArray(UUID[]::new),
                lines.stream().map(line -> line.getKey().customerId()).toArray(UUID[]::new),
                counts(lines, NoticeDifference::kept),
                counts(lines, NoticeDifference::added),
                counts(lines, NoticeDifference::removed),
                counts(lines, NoticeDifference::moved));
        queries.reach(organisationId, id, page.getLast().billed().id(), page.size(), now.plus(ReplayBook.LEASE));
        return true;
    }

    private static PolicyReplay replay(UUID organisationId, ReplayQueries.AtWork row) {
        return new PolicyReplay(
                organisationId,
                row.id(),
                row.fromOn(),
                row.throughOn(),
                PolicyScope.valueOf(row.scope()),
                row.customerClass(),
                row.subjectId(),
                row.ladder(),
                row.reached());
    }

    private static Integer[] counts(
            List<Map.Entry<Comparing.Line, NoticeDifference>> lines, ToIntFunction<NoticeDifference> count) {
        return lines.stream().map(line -> count.applyAsInt(line.getValue())).toArray(Integer[]::new);
    }
}
