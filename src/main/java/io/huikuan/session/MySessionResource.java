package io.huikuan.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where the signed-in person is signed in. */
@Path("/me/sessions")
@Tag(name = "me")
@Authenticated
@BeforePasswordChange
class MySessionResource {
    private final MySessions sessions;
    private final CurrentViewer viewer;
    private final Clock clock;

    MySessionResource(MySessions sessions, CurrentViewer viewer, Clock clock) {
        this.sessions = sessions;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "Session")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            @Schema(required = true) UUID id,

            @Nullable @Schema(example = "Pixel 9, Android 16")
            String device,

            @Schema(required = true) Instant createdAt,
            @Schema(required = true) Instant lastUsedAt,
            @Schema(required = true) Instant expiresAt,

            @Schema(required = true, description = "The session of this very request.")
            boolean current) {}

    @Schema(name = "SessionList")
    record SessionList(@Schema(required = true) List<SessionView> items) {}

    @GET
    @Reading
    @Operation(summary = "Where the caller is signed in")
    public SessionList listMySessions() {
        return new SessionList(sessions.list(viewer.get(), clock.instant()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Sign out somewhere else")
    public void endMySession(@RestPath UUID id) {
        sessions.end(viewer.get(), id, clock.instant());
    }
}
