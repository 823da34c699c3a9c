package io.huikuan.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands a resource the viewer of the present request. */
@ApplicationScoped
public class CurrentViewer {
    /** The attribute of the security identity under which sign-in leaves the viewer. */
    public static final String ATTRIBUTE = "viewer";

    private final SecurityIdentity identity;

    CurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws NotSignedIn when the request carries no valid access token */
    public Viewer get() {
        Viewer viewer = identity.getAttribute(ATTRIBUTE);
        if (viewer == null) {
            throw new NotSignedIn();
        }
        return viewer;
    }
}
