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

/** How the caller wants to be told. */
@Path("/me/notification-settings")
@Tag(name = "me")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class NotificationSettingsResource {
    private final NotificationPreferences preferences;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    NotificationSettingsResource(
            NotificationPreferences preferences, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.preferences = preferences;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(
            summary = "How the caller wants to be told",
            description = "What is absent is as the organisation has it: see the notification defaults.")
    public RestResponse<NotificationSettings> getMyNotificationSettings(@Context HttpHeaders headers) {
        var present = preferences.of(viewer.get());
        return conditional.answer(headers, present.version(), present.settings());
    }

    @PUT
    @Operation(
            summary = "Set how the caller wants to be told",
            description =
                    "In place of all that was set before. The inbox fills whatever is set here. What quiet hours or the daily cap hold "
                            + "back stays in the inbox; quiet hours put it off to their end.")
    public RestResponse<NotificationSettings> setMyNotificationSettings(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull NotificationSettings request) {
        var kept = preferences.keep(
                viewer.get(),
                request,
                present -> conditional.require(ifMatch, present.version(), request, present::settings),
                clock.instant());
        return conditional.changed(kept.version(), kept.settings());
    }
}
