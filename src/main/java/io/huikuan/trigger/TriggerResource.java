package io.huikuan.trigger;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/triggers")
@Tag(name = "triggers")
class TriggerResource {
    private final TriggerSetting settings;
    private final CurrentViewer viewer;
    private final Clock clock;

    TriggerResource(TriggerSetting settings, CurrentViewer viewer, Clock clock) {
        this.settings = settings;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "TriggerList")
    record TriggerList(@Schema(required = true) List<TriggerView> items) {}

    @Schema(name = "ChangedTrigger")
    record Wanted(
            @NotNull @Schema(required = true, example = "true")
            Boolean active,

            @Nullable
            @Min(1)
            @Max(365)
            @Schema(description = "The usual ones where absent; not for `CREDIT_LIMIT_EXCEEDED`.", example = "30")
            Integer days) {}

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "On which occasions follow-up tasks are made",
            description = "Once a day, for the owner of the customer; each occasion becomes one task.")
    public TriggerList listTriggers() {
        return new TriggerList(settings.all(viewer.get().organisationId()));
    }

    @PUT
    @Path("/{kind}")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Switch an occasion on or off, or set its days",
            description = "From the next day's run on. Tasks that were made stay.")
    public TriggerView setTrigger(@RestPath TriggerKind kind, @Valid @NotNull Wanted request) {
        return settings.set(viewer.get(), kind, request.active(), request.days(), clock.instant());
    }
}
