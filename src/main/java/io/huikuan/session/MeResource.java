package io.huikuan.session;

import io.huikuan.account.PasswordKeeping;
import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The signed-in person's own account. */
@Path("/me")
@Tag(name = "me")
@Authenticated
class MeResource {
    private final PasswordKeeping passwords;
    private final UserDirectory directory;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    MeResource(
            PasswordKeeping passwords,
            UserDirectory directory,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.passwords = passwords;
        this.directory = directory;
        this.conditional = conditional;
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

    @GET
    @Reading
    @Operation(summary = "The signed-in person")
    public RestResponse<UserView> getMe(@Context HttpHeaders headers) {
        var me = directory.byId(viewer.get().userId()).orElseThrow(NotFound::new);
        return conditional.answer(headers, me.version(), me);
    }

    @PUT
    @Path("/password")
    @Operation(
            summary = "Choose a password",
            description = "Ends the other sessions. The only thing that somebody may do whose password was set by "
                    + "somebody else.")
    public void changeMyPassword(@Valid @NotNull PasswordChange change) {
        passwords.choosePassword(viewer.get(), change.currentPassword(), change.newPassword(), clock.instant());
    }
}
