package io.huikuan.account;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/users/{id}/password")
@Tag(name = "users")
@RolesAllowed(Role.ADMIN_ROLE)
class PasswordResource {
    private final PasswordKeeping passwords;
    private final CurrentViewer viewer;
    private final Clock clock;

    PasswordResource(PasswordKeeping passwords, CurrentViewer viewer, Clock clock) {
        this.passwords = passwords;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PasswordReset")
    record PasswordReset(
            @NotBlank @Schema(required = true, example = "first-password-2026")
            String password) {
        @Override
        public String toString() {
            return "PasswordReset[]";
        }
    }

    @PUT
    @Operation(
            summary = "Set a new password for a user",
            description = "It must be changed at the next sign-in; all sessions of the person end.")
    public void resetUserPassword(@RestPath UUID id, @Valid @NotNull PasswordReset request) {
        passwords.resetPassword(viewer.get(), id, request.password(), clock.instant());
    }
}
