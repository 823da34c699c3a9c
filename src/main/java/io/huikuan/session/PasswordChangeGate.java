package io.huikuan.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets nobody do anything with a password that somebody else has set, except change it. */
@ApplicationScoped
class PasswordChangeGate {
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

    /** What strangers may do, and what one has to do to change it. */
    private static boolean isOpen(Class<?> resource) {
        return resource.isAnnotationPresent(BeforePasswordChange.class)
                || resource.isAnnotationPresent(PermitAll.class);
    }
}
