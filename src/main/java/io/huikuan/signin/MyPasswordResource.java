package io.huikuan.signin;

import io.huikuan.account.PasswordKeeping;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.session.BeforePasswordChange;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Guessing is slowed down here as at the sign-in: whoever has found a phone unlocked must not find out the password. */
@Path("/me/password")
@Tag(name = "me")
@Authenticated
@BeforePasswordChange
class MyPasswordResource {
    private final PasswordKeeping passwords;
    private final GuessSlowdown slowdown;
    private final CurrentViewer viewer;
    private final Clock clock;

    MyPasswordResource(PasswordKeeping passwords, GuessSlowdown slowdown, CurrentViewer viewer, Clock clock) {
        this.passwords = passwords;
        this.slowdown = slowdown;
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

    @PUT
    @Operation(
            summary = "Choose a password",
            description = "Ends the other sessions. Whose password was set by somebody else has to do this first. "
                    + "Wrong attempts are slowed down.")
    @APIResponse(responseCode = "204", description = "Done.")
    @APIResponse(responseCode = "429", ref = "TooMany")
    public void changeMyPassword(@Valid @NotNull PasswordChange change, @Context HttpServerRequest http) {
        var who = viewer.get();
        var attempt = slowdown.attempt(who.userId(), http.remoteAddress().hostAddress());
        passwords.choosePassword(who, change.currentPassword(), change.newPassword(), clock.instant());
        attempt.succeeded();
    }
}
