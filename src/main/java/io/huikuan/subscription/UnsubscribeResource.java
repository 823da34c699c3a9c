package io.huikuan.subscription;

import io.huikuan.platform.OrganisationScope;
import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the mail program posts to when its reader taps "unsubscribe" (RFC 8058); nobody needs to be signed in for that. */
@Path("/unsubscribe")
@Tag(name = "subscriptions")
@PermitAll
class UnsubscribeResource {
    private final List<OffSwitch> switches;
    private final OrganisationScope scope;
    private final Clock clock;

    @Inject
    UnsubscribeResource(@All List<OffSwitch> switches, OrganisationScope scope, Clock clock) {
        this.switches = switches;
        this.scope = scope;
        this.clock = clock;
    }

    @POST
    @Path("/{word}")
    @Operation(
            summary = "End letters of one sort by the link in one of them",
            description =
                    "A subscription, or what reminds a customer. Without signing in. The answer is the same whether there was one or not.")
    public void unsubscribe(
            @RestPath @Parameter(example = "0199b2c4-5d00-7c3e-8f00-2a1b3c4d5e6f.k3Jx9QmW") String word) {
        OffLink.parse(word)
                .ifPresent(link -> scope.within(link.organisationId(), () -> {
                    var now = clock.instant();
                    switches.forEach(one -> one.off(link, now));
                    return link;
                }));
    }
}
