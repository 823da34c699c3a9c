package io.huikuan.platform;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that the running work belongs to: of the signed-in viewer, or the one a job has entered. Where there
 * is none, Hibernate sees no rows at all.
 */
@ApplicationScoped
public class OrganisationScope {
    private final Entered entered;
    private final SecurityIdentity identity;

    OrganisationScope(Entered entered, SecurityIdentity identity) {
        this.entered = entered;
        this.identity = identity;
    }

    /** Runs {@code work} in the name of an organisation: sign-in, jobs and whatever else no viewer has asked for. */
    public <T> T within(UUID organisationId, Supplier<T> work) {
        var context = Arc.container().requestContext();
        boolean opened = !context.isActive();
        if (opened) {
            context.activate();
        }
        var before = entered.organisationId();
        if (before != null && !before.equals(organisationId)) {
            throw new IllegalStateException("already within another organisation");
        }
        try {
            entered.enter(organisationId);
            return work.get();
        } finally {
            entered.enter(before);
            if (opened) {
                context.terminate();
            }
        }
    }

    Optional<UUID> current() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        var organisationId = entered.organisationId();
        if (organisationId != null) {
            return Optional.of(organisationId);
        }
        Viewer viewer = identity.getAttribute(CurrentViewer.ATTRIBUTE);
        return Optional.ofNullable(viewer).map(Viewer::organisationId);
    }

    /** Spoken to by methods only: a field of the bean's proxy would be one for all requests. */
    @RequestScoped
    static class Entered {
        @Nullable
        private UUID organisationId;

        @Nullable
        UUID organisationId() {
            return organisationId;
        }

        void enter(@Nullable UUID organisationId) {
            this.organisationId = organisationId;
        }
    }
}
