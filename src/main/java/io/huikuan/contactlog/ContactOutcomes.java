package io.huikuan.contactlog;

import io.huikuan.dispute.Disputing;
import io.huikuan.dispute.NewDispute;
import io.huikuan.followup.FollowUpPlanning;
import io.huikuan.followup.NewFollowUp;
import io.huikuan.platform.Problem;
import io.huikuan.platform.Viewer;
import io.huikuan.promise.NewPromise;
import io.huikuan.promise.Promising;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans the next step of a contact, and takes down what was promised and contested in it: all of it or nothing. */
@ApplicationScoped
class ContactOutcomes {
    private final FollowUpPlanning planning;
    private final Promising promising;
    private final Disputing disputing;

    ContactOutcomes(FollowUpPlanning planning, Promising promising, Disputing disputing) {
        this.planning = planning;
        this.promising = promising;
        this.disputing = disputing;
    }

    Consequences of(Viewer viewer, NewContactLog wanted, Said said, Instant now) {
        var today = LocalDate.ofInstant(now, viewer.zone());
        return new Consequences(
                planned(viewer.organisationId(), viewer.userId(), wanted, now),
                promised(viewer, said.promise(), today, now),
                contested(viewer, said.dispute(), today, now));
    }

    /** The next step only, for an author who is known to be allowed to. */
    Consequences of(UUID organisationId, UUID authorId, NewContactLog wanted, Instant now) {
        return new Consequences(planned(organisationId, authorId, wanted, now), null, null);
    }

    private @Nullable UUID planned(UUID organisationId, UUID authorId, NewContactLog wanted, Instant now) {
        var next = wanted.next();
        if (next == null) {
            return null;
        }
        var task = new NewFollowUp(
                null,
                wanted.customerId(),
                wanted.receivableId(),
                authorId,
                next.subject(),
                null,
                next.dueOn(),
                next.priority(),
                NewFollowUp.Origin.CONTACT);
        return planning.plan(organisationId, authorId, task, now).id();
    }

    private @Nullable UUID promised(Viewer viewer, @Nullable NewPromise promise, LocalDate today, Instant now) {
        return promise == null
                ? null
                : within(
                        "/promise",
                        () -> promising.promise(viewer, promise, today, now).id());
    }

    private @Nullable UUID contested(Viewer viewer, @Nullable NewDispute dispute, LocalDate today, Instant now) {
        return dispute == null
                ? null
                : within(
                        "/dispute",
                        () -> disputing.raise(viewer, dispute, today, now).id());
    }

    private static UUID within(String pointer, Supplier<UUID> part) {
        try {
            return part.get();
        } catch (Problem problem) {
            throw problem.within(pointer);
        }
    }
}
