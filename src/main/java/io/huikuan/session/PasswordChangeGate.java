package io.huikuan.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets nobody do anything with a password that somebody else has set, except change it. */
@ApplicationScoped
class PasswordChangeGate {
    private static final Set<Class<?>> OPEN = Set.of(MeResource.class, MySessionResource.class);

    private final SecurityIdentity identity;

    PasswordChangeGate(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    void check(SimpleResourceInfo operation) {
        if (isOpen(operation.getResourceClass())) {
            return;
        }
        Boolean mustChange = identity.getAttribute(ViewerResolving.MUST_CHANGE_PASSWORD);
        if (Boolean.TRUE.equals(mustChange)) {
            throw new PasswordChangeRequired();
        }
    }

    /** What strangers may do, and what concerns nobody but oneself. */
    private static boolean isOpen(Class<?> resource) {
        return OPEN.contains(resource) || resource.isAnnotationPresent(PermitAll.class);
    }
}
