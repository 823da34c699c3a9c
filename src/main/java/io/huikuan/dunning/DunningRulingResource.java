package io.huikuan.dunning;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/dunning-rules")
@Tag(name = "dunning")
@RolesAllowed(Role.ADMIN_ROLE)
class DunningRulingResource {
    private final DunningRuling ruling;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    DunningRulingResource(
            DunningRuling ruling, Idempotency idempotency, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.ruling = ruling;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Have customers reminded, or not",
            description =
                    "Of one class, or of the organisation as a whole. From the next working day on; what is due for a step that "
                            + "day becomes one letter per customer.")
    public RestResponse<DunningRuleView> createDunningRule(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull DunningRuleDetails request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createDunningRule", request, now, DunningRuleView.class, () -> {
            var rule = ruling.set(who, request, now);
            return new Idempotency.Answer<>(rule, rule.version(), "/api/v1/dunning-rules/" + rule.id());
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Have the same customers reminded otherwise",
            description = "What is absent is as usual. Also holds for letters that have not gone out yet.")
    public RestResponse<DunningRuleView> replaceDunningRule(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DunningRuleDetails request) {
        var rule = ruling.change(
                viewer.get(),
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(rule.version(), rule);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Take a rule back",
            description = "Then that of the organisation as a whole holds, or nobody is reminded.")
    public void deleteDunningRule(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        ruling.remove(
                viewer.get(), id, present -> Conditional.requireWhereTold(ifMatch, present::version), clock.instant());
    }
}
