package io.huikuan.target;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/channel-targets/{id}/test")
@Tag(name = "channel-targets")
class TargetTrialResource {
    private final TargetTrial trial;
    private final CurrentViewer viewer;
    private final Clock clock;

    TargetTrialResource(TargetTrial trial, CurrentViewer viewer, Clock clock) {
        this.trial = trial;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Send a test message to a robot or webhook",
            description =
                    "At once, in the language asked for. It is an answer, and no problem, where the other side refuses it.")
    public TargetTrial.Result testChannelTarget(
            @RestPath UUID id, @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        return trial.send(viewer.get(), id, TextBundle.locale(acceptLanguage), clock.instant());
    }
}
