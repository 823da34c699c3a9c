package io.huikuan.substitution;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/substitutions")
@Tag(name = "substitutions")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class SubstitutionResource {
    private final Substituting substituting;
    private final SubstitutionQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    SubstitutionResource(
            Substituting substituting,
            SubstitutionQueries queries,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.substituting = substituting;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewSubstitution")
    record WantedSubstitution(
            @Nullable UUID id,

            @Nullable @Schema(description = "Who is away; the caller where absent.")
            UUID absentId,

            @NotNull @Schema(required = true, description = "Holds every role of who is away.")
            UUID substituteId,

            @NotNull @Schema(required = true, example = "2099-02-11")
            LocalDate from,

            @NotNull @Schema(required = true, description = "The last day.", example = "2099-02-24")
            LocalDate to,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "年假")
            String reason) {
        NewSubstitution by(UUID caller) {
            return new NewSubstitution(id, absentId == null ? caller : absentId, substituteId, from, to, reason);
        }
    }

    @GET
    @Reading
    @Operation(
            summary = "Who stands in for whom, the latest first",
            description = "Those that concern the caller; of a manager, the team's; of finance and admins, all.")
    public Page<SubstitutionView> listSubstitutions(
            @RestQuery @Nullable @Parameter(description = "Who is away or stands in.") UUID userId,
            @RestQuery @Nullable @Parameter(description = "Those that count on this day.", example = "2099-02-14")
                    LocalDate on,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var rows = queries.list(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                null,
                userId,
                on,
                page.cursor().map(cursor -> cursor.date(0)).orElse(null),
                page.cursor().map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.from(), row.id()));
    }

    @POST
    @Operation(
            summary = "Have somebody stand in while a person is away",
            description =
                    "From the first day to the last, by the organisation's date, the substitute sees what the absent person sees, has "
                            + "their notices and tasks beside the own ones, and gets the pushes in their stead. Nothing changes its owner, "
                            + "so that after the last day everything is as before. One's own absence, as a manager that of one's people, as "
                            + "an admin anybody's. A substitute is not away at that time, and nobody stands in for a substitute.")
    public RestResponse<SubstitutionView> createSubstitution(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull WantedSubstitution request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createSubstitution", request, now, SubstitutionView.class, () -> {
            var made = substituting.arrange(who, request.by(who.userId()), who.today(clock), now);
            return new Idempotency.Answer<>(made, 0, "/api/v1/substitutions");
        });
    }

    @POST
    @Path("/{id}/end")
    @Operation(
            summary = "End a substitution before its last day",
            description = "As of now. To change one, end it and arrange another.")
    public SubstitutionView endSubstitution(@RestPath UUID id) {
        var who = viewer.get();
        return substituting.end(who, id, who.today(clock), clock.instant());
    }
}
