package io.huikuan.account;

import io.huikuan.platform.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person to be let in.
 *
 * @param passwordFinal false makes the person choose another password at the first sign-in
 */
public record NewUser(
        @Nullable UUID id,
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable UUID teamId,
        String password,
        String locale,
        boolean passwordFinal) {
    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
