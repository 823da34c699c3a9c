package io.huikuan.account;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/users")
@Tag(name = "users")
class UserKeepingResource {
    private final UserKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    UserKeepingResource(
            UserKeeping keeping, Idempotency idempotency, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewUser")
    record UserRequest(
            @Nullable UUID id,

            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[a-z0-9][a-z0-9._-]*")
            @Schema(required = true, example = "wang")
            String username,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "王伟")
            String displayName,

            @NotEmpty @Schema(required = true) Set<@NotNull Role> roles,
            @Nullable UUID teamId,

            @NotBlank @Schema(required = true, example = "first-password-2026")
            String password,

            @Nullable @Pattern(regexp = "zh-CN|en") @Schema(example = "zh-CN")
            String locale,

            @Nullable @Schema(description = "False (the default) makes the person choose another at the first sign-in.")
            Boolean passwordFinal) {
        NewUser wanted() {
            return new NewUser(
                    id,
                    username,
                    displayName,
                    roles,
                    teamId,
                    password,
                    locale == null ? "zh-CN" : locale,
                    Boolean.TRUE.equals(passwordFinal));
        }

        /**
         * What tells one request from another. Everybody who can read the database could try passwords against a fingerprint
         * that holds one, millions per second. The roles are put in order, for a set of them has another one in each process.
         */
        Object withoutPassword() {
            return new UserRequest(id, username, displayName, EnumSet.copyOf(roles), teamId, "", locale, passwordFinal);
        }

        @Override
        public String toString() {
            return "UserRequest[of " + username + "]";
        }
    }

    @POST
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Create a user",
            description =
                    "The password must be changed at the first sign-in, unless `passwordFinal` is true. What is kept "
                            + "under an `Idempotency-Key` is without the password: a replay does not look at it.")
    public RestResponse<UserView> createUser(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull UserRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createUser", request.withoutPassword(), now, UserView.class, () -> {
            var user = keeping.create(who.organisationId(), who.userId(), request.wanted(), now);
            return new Idempotency.Answer<>(user, user.version(), "/api/v1/users/" + user.id());
        });
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Change a user",
            description = "Only the fields that are sent are changed. `active: false` ends all sessions of the person "
                    + "at once.")
    public RestResponse<UserView> changeUser(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull ChangedUser change) {
        var user = keeping.change(viewer.get(), id, ifMatch, change, clock.instant());
        return conditional.changed(user.version(), user);
    }
}
