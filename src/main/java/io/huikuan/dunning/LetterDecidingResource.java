package io.huikuan.dunning;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/dunning-letters/{id}")
@Tag(name = "dunning")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
class LetterDecidingResource {
    private final LetterDeciding deciding;
    private final LetterReading reading;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    LetterDecidingResource(
            LetterDeciding deciding,
            LetterReading reading,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.deciding = deciding;
        this.reading = reading;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "DunningLetterRefusal")
    record LetterRefusal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "客户经理正在拜访")
            String reason) {}

    /** A key is for one letter: with another one it is another request. */
    private record Of(UUID id, @Nullable LetterRefusal refusal) {}

    @POST
    @Path("/approval")
    @Operation(
            summary = "Have a letter to a customer sent",
            description = "As soon as the customer may be disturbed. What it asks for is looked up at that moment.")
    public RestResponse<LetterView> approveDunningLetter(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch) {
        return once(
                id,
                key,
                "approveDunningLetter",
                new Of(id, null),
                (who, now) -> deciding.approve(
                        who,
                        id,
                        version -> Conditional.requireWhereTold(ifMatch, () -> version),
                        who.today(clock),
                        now));
    }

    @POST
    @Path("/refusal")
    @Operation(
            summary = "Have a letter to a customer not sent",
            description = "What it was to ask for is asked for again by the next step.")
    public RestResponse<LetterView> refuseDunningLetter(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @Valid @NotNull LetterRefusal request) {
        return once(
                id,
                key,
                "refuseDunningLetter",
                new Of(id, request),
                (who, now) -> deciding.refuse(
                        who,
                        id,
                        request.reason(),
                        version -> Conditional.requireWhereTold(ifMatch, () -> version),
                        who.today(clock),
                        now));
    }

    private RestResponse<LetterView> once(
            UUID id, @Nullable String key, String operation, Of request, BiConsumer<Viewer, Instant> work) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, operation, request, now, LetterView.class, () -> {
            work.accept(who, now);
            var letter = reading.one(who, id);
            return new Idempotency.Answer<>(letter, letter.version(), "/api/v1/dunning-letters/" + id);
        });
    }
}
