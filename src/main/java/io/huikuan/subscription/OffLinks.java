package io.huikuan.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Tells under which address a letter is unsubscribed. */
@ApplicationScoped
public class OffLinks {
    private final SubscriptionConfig config;

    OffLinks(SubscriptionConfig config) {
        this.config = config;
    }

    /** Empty where nobody has said how the API is reached from outside. */
    public Optional<URI> to(OffLink link) {
        return config.publicUrl().map(link::below);
    }
}
