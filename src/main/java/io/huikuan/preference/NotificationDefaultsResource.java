package io.huikuan.preference;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How an organisation tells its people, as far as they have set nothing themselves. */
@Path("/notification-defaults")
@Tag(name = "notifications")
class NotificationDefaultsResource {
    private final NotificationPreferences preferences;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    NotificationDefaultsResource(
            NotificationPreferences preferences, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.preferences = preferences;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "How the organisation tells who has set nothing")
    public RestResponse<NotificationDefaults> getNotificationDefaults(@Context HttpHeaders headers) {
        var present = preferences.defaults(viewer.get().organisationId());
        return conditional.answer(headers, present.version(), present.settings());
    }

    @PUT
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Set how the organisation tells who has set nothing",
            description = "Nobody can raise the daily cap for themselves.")
    public RestResponse<NotificationDefaults> setNotificationDefaults(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull NotificationDefaults request) {
        var kept = preferences.keepDefaults(
                viewer.get(),
                request,
                present -> conditional.require(ifMatch, present.version(), request, present::settings),
                clock.instant());
        return conditional.changed(kept.version(), kept.settings());
    }
}
