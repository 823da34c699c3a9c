package io.huikuan.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets nobody do anything with a password that somebody else has set, except change it. */
@ApplicationScoped
class PasswordChangeGate {
    private static final Set<Class<?>> OPEN = Set.of(AuthResource.class, MeResource.class, KeyResource.class);

    private final SecurityIdentity identity;

    PasswordChangeGate(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    void check(SimpleResourceInfo operation) {
        if (OPEN.contains(operation.getResourceClass())) {
            return;
        }
        Boolean mustChange = identity.getAttribute(ViewerResolving.MUST_CHANGE_PASSWORD);
        if (Boolean.TRUE.equals(mustChange)) {
            throw new PasswordChangeRequired();
        }
    }
}
