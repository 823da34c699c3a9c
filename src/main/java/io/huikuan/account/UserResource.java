package io.huikuan.account;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/users")
@Tag(name = "users")
class UserResource {
    private final UserKeeping keeping;
    private final UserQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    UserResource(UserKeeping keeping, UserQueries queries, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.keeping = keeping;
        this.queries = queries;
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

        @Override
        public String toString() {
            return "UserRequest[of " + username + "]";
        }
    }

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "People who sign in, by user name")
    public Page<UserView> listUsers(
            @RestQuery @Nullable UUID teamId, @RestQuery @Nullable Boolean active, @BeanParam @Valid PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.text(0)).orElse(null);
        return Page.of(queries.list(teamId, active, after, page.rows()), page, user -> List.of(user.username))
                .map(UserView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One person who signs in")
    public RestResponse<UserView> getUser(@RestPath UUID id, @Context HttpHeaders headers) {
        var user = queries.byId(id).stream().map(UserView::of).findFirst().orElseThrow(NotFound::new);
        return conditional.answer(headers, user.version(), user);
    }

    @POST
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Create a user",
            description = "The password must be changed at the first sign-in, unless `passwordFinal` is true.")
    public RestResponse<UserView> createUser(@Valid @NotNull UserRequest request) {
        var actor = viewer.get();
        var user = keeping.create(actor.organisationId(), actor.userId(), request.wanted(), clock.instant());
        return conditional.created("/api/v1/users/" + user.id(), user.version(), user);
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
