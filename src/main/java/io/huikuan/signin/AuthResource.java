package io.huikuan.signin;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.organisation.OrganisationSettings;
import io.huikuan.session.SigningOut;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/auth")
@Tag(name = "auth")
@PermitAll
class AuthResource {
    private final SigningIn signingIn;
    private final SigningOut signingOut;
    private final OrganisationRegister organisations;
    private final GuessSlowdown slowdown;
    private final Clock clock;

    AuthResource(
            SigningIn signingIn,
            SigningOut signingOut,
            OrganisationRegister organisations,
            GuessSlowdown slowdown,
            Clock clock) {
        this.signingIn = signingIn;
        this.signingOut = signingOut;
        this.organisations = organisations;
        this.slowdown = slowdown;
        this.clock = clock;
    }

    @Schema(name = "Credentials")
    record Credentials(
            @NotBlank @Size(max = 64) @Schema(required = true, example = "demo")
            String organisation,

            @NotBlank @Size(max = 64) @Schema(required = true, example = "wang")
            String username,

            @NotBlank @Size(max = 128) @Schema(required = true, example = "huikuan-demo")
            String password,

            @Nullable @Size(max = 200) @Schema(example = "Pixel 9, Android 16")
            String device) {
        @Override
        public String toString() {
            return "Credentials[of " + username + "@" + organisation + "]";
        }
    }

    @Schema(name = "Refresh")
    record Refresh(
            @NotBlank @Size(max = 512) @Schema(required = true, example = "AZnQovO4fB6aVC9rHA1OegmvU3w7cR")
            String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    @Schema(name = "SignOut")
    record SignOut(
            @NotBlank @Size(max = 512) @Schema(required = true, example = "AZnQovO4fB6aVC9rHA1OegmvU3w7cR")
            String refreshToken,

            @Nullable
            @Size(max = 200)
            @Schema(
                    description = "The app that was registered with PUT /devices: no push comes to it any more.",
                    example = "c7Jm0bYfQ0uY6C4pGdIeLr")
            String installationId) {
        @Override
        public String toString() {
            return "SignOut[]";
        }
    }

    @POST
    @Path("/token")
    @Operation(
            summary = "Sign in with organisation, user name and password",
            description = "The access token lives for 15 minutes. Whoever must change the password first may do "
                    + "nothing else until then. Wrong attempts are slowed down per account and per address.")
    public Tokens signIn(@Valid @NotNull Credentials credentials, @Context HttpServerRequest http) {
        var code = credentials.organisation().trim().toLowerCase(Locale.ROOT);
        var username = credentials.username().trim().toLowerCase(Locale.ROOT);
        var attempt = slowdown.attempt(code, username, http.remoteAddress().hostAddress());
        var organisation = organisations.byCode(code).map(OrganisationSettings::id);
        var tokens =
                signingIn.signIn(organisation, username, credentials.password(), credentials.device(), clock.instant());
        attempt.succeeded();
        return tokens;
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Exchange a refresh token for new tokens",
            description = "Each refresh token is good once. Sent again within two minutes, as after a lost answer, it "
                    + "gives the same new one; later it ends the session, since somebody else may have it.")
    public Tokens refresh(@Valid @NotNull Refresh request) {
        return signingIn.refresh(request.refreshToken(), clock.instant());
    }

    @POST
    @Path("/logout")
    @Operation(
            summary = "End a session",
            description = "Takes the refresh token, so that it also works when the access token has run out. With the "
                    + "installation, no push comes to that app any more.")
    public void signOut(@Valid @NotNull SignOut request) {
        signingOut.signOut(request.refreshToken(), request.installationId(), clock.instant());
    }
}
