package io.huikuan.replay;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import io.huikuan.policy.PolicyShelf;
import io.huikuan.policy.WantedLadder;
import io.huikuan.rules.ReminderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the book of replays: who wants one, and who is at work on it. */
@ApplicationScoped
public class ReplayBook {
    /** How long a replica may be silent before another one goes on; many times what a page takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final ReplayQueries queries;
    private final BookQueries books;
    private final PolicyShelf shelf;
    private final AuditTrail audit;

    ReplayBook(ReplayQueries queries, BookQueries books, PolicyShelf shelf, AuditTrail audit) {
        this.queries = queries;
        this.books = books;
        this.shelf = shelf;
        this.audit = audit;
    }

    /**
     * Writes down that somebody wants a replay, so that it happens even if this replica doesn't live to do it.
     *
     * @throws InvalidRequest when it makes no sense, or its ladder can't do what it says
     */
    @Transactional
    public UUID request(Viewer viewer, WantedReplay wanted, LocalDate today, Instant now) {
        var through = wanted.through(today);
        wanted.requireSense(today);
        var ladder = ladder(viewer, wanted);
        var id = Ids.next();
        var organisationId = viewer.organisationId();
        queries.request(
                organisationId,
                id,
                wanted.from(),
                through,
                wanted.scope().name(),
                wanted.customerClass(),
                wanted.subjectId(),
                shelf.written(ladder),
                now.plus(LEASE),
                books.count(organisationId, wanted.from(), through, new UUID(0, 0)),
                viewer.userId(),
                now);
        var details = Map.of("from", wanted.from(), "to", through, "scope", wanted.scope());
        audit.record(organisationId, viewer.userId(), "policy-replay.requested", "policy-replay", id, details, now);
        return id;
    }

    /** Replays whose replica has gone, to be worked from here. */
    @Transactional
    public List<UUID> takeOver(UUID organisationId, Instant now) {
        return queries.takeOver(organisationId, now.plus(LEASE), now);
    }

    private WantedLadder ladder(Viewer viewer, WantedReplay wanted) {
        var written = wanted.ladder();
        if (written != null) {
            requireForColleagues("/ladder/steps", written.policy("proposed", 1, "/ladder"));
            return written;
        }
        var ladder = Optional.ofNullable(wanted.policyId())
                .flatMap(id -> shelf.ladder(viewer.organisationId(), id))
                .orElseThrow(() -> InvalidRequest.field("/policyId", "policy-unknown"));
        requireForColleagues("/policyId", ladder.kept("proposed", 1));
        return ladder;
    }

    /** What customers would have been sent is not what is compared here. */
    private static void requireForColleagues(String pointer, ReminderPolicy policy) {
        if (policy.speaksToCustomers()) {
            throw InvalidRequest.field(pointer, "policy-for-customers");
        }
    }
}
