package io.huikuan.interest;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/receivables/{id}/interest")
@Tag(name = "interest")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class ReceivableInterestResource {
    static final String KNOWN_AT = "Only what had been recorded then; everything where absent.";

    private final InterestReckoning reckoning;
    private final InterestQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReceivableInterestResource(
            InterestReckoning reckoning, InterestQueries queries, CurrentViewer viewer, Clock clock) {
        this.reckoning = reckoning;
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(
            summary = "What being late has cost one receivable",
            description =
                    "Derived from its entries: for each night open × annual percent / 100 / day basis, after the due date and the "
                            + "days of grace; rounded once, half up. It stays due when the principal has been paid.")
    public InterestView getReceivableInterest(
            @RestPath UUID id,
            @RestQuery @Nullable LocalDate asOf,
            @RestQuery @Nullable @Parameter(description = KNOWN_AT, example = "2026-11-22T02:00:00Z") Instant knownAt) {
        var who = viewer.get();
        var day = requireNonNullElse(asOf, who.today(clock));
        var seen = queries.visible(id, who.seesAll(), who.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        return reckoning.of(who.organisationId(), List.of(seen.customerId()), id, day, moment(knownAt)).stream()
                .findFirst()
                .map(reckoned -> InterestView.of(reckoned, day, knownAt))
                .orElseGet(() -> InterestView.none(seen, day, knownAt));
    }

    /** What had been recorded until then counts. */
    static Instant moment(@Nullable Instant knownAt) {
        return requireNonNullElse(knownAt, InterestDue.EVERYTHING);
    }
}
