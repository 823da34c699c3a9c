package io.huikuan.subscription;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.TextBundle;
import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Where the mail program posts to when its reader taps "unsubscribe" (RFC 8058), and what the link in a letter opens; nobody needs to be
 * signed in for that.
 */
@Path("/unsubscribe")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "subscriptions")
@PermitAll
class UnsubscribeResource {
    private static final String WORD = "0199b2c4-5d00-7c3e-8f00-2a1b3c4d5e6f.k3Jx9QmW";

    private final List<OffSwitch> switches;
    private final OrganisationScope scope;
    private final Clock clock;

    @Inject
    UnsubscribeResource(@All List<OffSwitch> switches, OrganisationScope scope, Clock clock) {
        this.switches = switches;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Path("/{word}")
    @Operation(
            summary = "The page that a link in a letter opens",
            description =
                    "With a button that ends letters of this sort: opening it ends nothing, for mail scanners open every link. Without signing in.")
    public String askToUnsubscribe(
            @RestPath @Parameter(example = WORD) String word,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        return UnsubscribePage.asking(TextBundle.locale(acceptLanguage));
    }

    @POST
    @Path("/{word}")
    @Operation(
            summary = "End letters of one sort by the link in one of them",
            description =
                    "A subscription, or what reminds a customer. Without signing in. The answer is the same whether there was one or not.")
    public String unsubscribe(
            @RestPath @Parameter(example = WORD) String word,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        OffLink.parse(word)
                .ifPresent(link -> scope.within(link.organisationId(), () -> {
                    var now = clock.instant();
                    switches.forEach(one -> one.off(link, now));
                    return link;
                }));
        return UnsubscribePage.done(TextBundle.locale(acceptLanguage));
    }
}
