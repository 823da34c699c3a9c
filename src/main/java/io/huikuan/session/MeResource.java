package io.huikuan.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserKeeping;
import io.huikuan.account.UserView;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The signed-in person's own account and sessions. */
@Path("/me")
@Tag(name = "me")
@Authenticated
class MeResource {
    private final UserKeeping users;
    private final UserDirectory directory;
    private final MySessions sessions;
    private final CurrentViewer viewer;
    private final Clock clock;

    MeResource(UserKeeping users, UserDirectory directory, MySessions sessions, CurrentViewer viewer, Clock clock) {
        this.users = users;
        this.directory = directory;
        this.sessions = sessions;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotBlank @Size(max = 128) @Schema(required = true, example = "first-password-2026")
            String currentPassword,

            @NotBlank @Size(max = 128) @Schema(required = true, example = "a-password-of-my-own")
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
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
    public UserView getMe() {
        return directory.byId(viewer.get().userId()).orElseThrow(NotFound::new);
    }

    @PUT
    @Path("/password")
    public void changeMyPassword(@Valid @NotNull PasswordChange change) {
        users.choosePassword(viewer.get(), change.currentPassword(), change.newPassword(), clock.instant());
    }

    @GET
    @Path("/sessions")
    @Reading
    public SessionList listMySessions() {
        return new SessionList(sessions.list(viewer.get(), clock.instant()));
    }

    @DELETE
    @Path("/sessions/{id}")
    public void endMySession(@RestPath UUID id) {
        sessions.end(viewer.get(), id, clock.instant());
    }
}
