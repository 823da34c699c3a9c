package io.huikuan.promise;

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

@Path("/promises")
@Tag(name = "promises")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
class PromisingResource {
    private final Promising promising;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    PromisingResource(Promising promising, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.promising = promising;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PromiseWithdrawal")
    record PromiseWithdrawal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "was for another customer")
            String reason) {}

    /** A key is for one promise: with another one it is another request. */
    private record Of(UUID id, PromiseWithdrawal request) {}

    @POST
    @Operation(
            summary = "Take down that a customer promised to pay",
            description =
                    "Nobody is asked for the promised money until its day and the days of grace are over. Whether it was kept "
                            + "follows from what is allocated to its receivables. Every open promise over one of these is replaced by it.")
    public RestResponse<PromiseView> createPromise(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewPromise request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "createPromise",
                request,
                now,
                PromiseView.class,
                () -> answer(promising.promise(who, request, who.today(clock), now)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            summary = "Take a promise back",
            description = "It counts neither as kept nor as broken, and its money is asked for again from today on.")
    public RestResponse<PromiseView> withdrawPromise(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @Valid @NotNull PromiseWithdrawal request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "withdrawPromise",
                new Of(id, request),
                now,
                PromiseView.class,
                () -> answer(promising.withdraw(
                        who,
                        id,
                        request.reason(),
                        present -> Conditional.requireWhereTold(ifMatch, present::version),
                        who.today(clock),
                        now)));
    }

    private static Idempotency.Answer<PromiseView> answer(PromiseView promise) {
        return new Idempotency.Answer<>(promise, promise.version(), "/api/v1/promises/" + promise.id());
    }
}
