package io.huikuan.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.Role;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person who signs in, as others may see them. */
@Schema(name = "User")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserView(
        @Schema(required = true) UUID id,
        @Schema(required = true, example = "wang") String username,
        @Schema(required = true, example = "王伟") String displayName,
        @Schema(required = true) List<Role> roles,
        @Nullable UUID teamId,
        @Schema(required = true, example = "zh-CN") String locale,
        @Schema(required = true) boolean active,

        @Schema(required = true, description = "Until the password is changed, everything else answers 403.")
        boolean mustChangePassword,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static UserView of(User user) {
        return new UserView(
                user.id,
                user.username,
                user.displayName,
                List.copyOf(user.roles()),
                user.teamId,
                user.locale,
                user.active,
                user.mustChangePassword,
                user.version);
    }
}
