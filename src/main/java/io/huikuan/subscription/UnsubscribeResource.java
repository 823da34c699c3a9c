package io.huikuan.subscription;

import io.huikuan.platform.OrganisationScope;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the mail program posts to when its reader taps "unsubscribe" (RFC 8058); nobody needs to be signed in for that. */
@Path("/unsubscribe")
@Tag(name = "subscriptions")
@PermitAll
class UnsubscribeResource {
    private final Subscribing subscribing;
    private final OrganisationScope scope;
    private final Clock clock;

    UnsubscribeResource(Subscribing subscribing, OrganisationScope scope, Clock clock) {
        this.subscribing = subscribing;
        this.scope = scope;
        this.clock = clock;
    }

    @POST
    @Path("/{word}")
    @Operation(
            summary = "End a subscription by the link in a letter",
            description = "Without signing in. The answer is the same whether there was one or not.")
    public void unsubscribe(
            @RestPath @Parameter(example = "0199b2c4-5d00-7c3e-8f00-2a1b3c4d5e6f.k3Jx9QmW") String word) {
        OffLink.parse(word)
                .ifPresent(link -> scope.within(link.organisationId(), () -> {
                    subscribing.endBy(link, clock.instant());
                    return link;
                }));
    }
}
