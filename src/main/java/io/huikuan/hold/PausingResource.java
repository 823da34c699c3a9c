package io.huikuan.hold;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/pauses")
@Tag(name = "pauses")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE})
class PausingResource {
    private final Pausing pausing;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    PausingResource(Pausing pausing, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.pausing = pausing;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PauseEnd")
    record PauseEnd(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "the spare part has come")
            String reason) {}

    /** A key is for one pause: with another one it is another request. */
    private record Of(UUID id, PauseEnd request) {}

    @POST
    @Operation(
            summary = "Agree not to ask for a while",
            description =
                    "Nobody is reminded of what is paused, and it stays in every total. `LEGAL` is for managers and finance.")
    public RestResponse<PauseView> createPause(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewPause request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "createPause",
                request,
                now,
                PauseView.class,
                () -> answer(pausing.pause(who, request, who.today(clock), now)));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "End a pause before its time", description = "What it held is asked for again from today on.")
    public RestResponse<PauseView> endPause(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @Valid @NotNull PauseEnd request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "endPause",
                new Of(id, request),
                now,
                PauseView.class,
                () -> answer(pausing.end(
                        who,
                        id,
                        request.reason(),
                        present -> Conditional.requireWhereTold(ifMatch, present::version),
                        who.today(clock),
                        now)));
    }

    private static Idempotency.Answer<PauseView> answer(PauseView pause) {
        return new Idempotency.Answer<>(pause, pause.version(), "/api/v1/pauses/" + pause.id());
    }
}
