package io.huikuan.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Platform;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The caller's own phones. */
@Path("/devices/{installationId}")
@Tag(name = "devices")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class DeviceResource {
    /** Made by the app, once per installation. */
    private static final String INSTALLATION = "[A-Za-z0-9._:-]{1,200}";

    private final DeviceKeeping keeping;
    private final CurrentViewer viewer;
    private final Clock clock;

    DeviceResource(DeviceKeeping keeping, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The address is not shown again: it is as good as a key to the phone's screen. */
    @Schema(name = "Device")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceView(
            @Schema(required = true, example = "c7Jm0bYfQ0uY6C4pGdIeLr")
            String installationId,

            @Schema(required = true) Platform platform,
            @Schema(required = true) AddressKind addressKind,
            @Schema(required = true, example = "zh-CN") String locale,
            @Nullable @Schema(example = "1.0.0") String appVersion,

            DeviceRegistration.@Nullable Permission permission,

            @Schema(required = true) Instant lastSeenAt) {}

    @PUT
    @Operation(
            summary = "Let this app have pushes for the caller",
            description = "Call it at every start: an address belongs to whoever registered it last.")
    public DeviceView registerDevice(
            @RestPath @Pattern(regexp = INSTALLATION) @Parameter(example = "c7Jm0bYfQ0uY6C4pGdIeLr")
                    String installationId,
            @Valid @NotNull DeviceRegistration request) {
        var now = clock.instant();
        keeping.register(viewer.get(), installationId, request, now);
        return new DeviceView(
                installationId,
                request.platform(),
                request.addressKind(),
                request.locale(),
                request.appVersion(),
                request.permission(),
                now);
    }

    @DELETE
    @Operation(summary = "Stop pushes to this app")
    public void unregisterDevice(
            @RestPath @Pattern(regexp = INSTALLATION) @Parameter(example = "c7Jm0bYfQ0uY6C4pGdIeLr")
                    String installationId) {
        keeping.unregister(viewer.get(), installationId, clock.instant());
    }
}
