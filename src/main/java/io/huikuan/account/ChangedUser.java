package io.huikuan.account;

import io.huikuan.platform.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a user is to change; what is absent stays. */
@Schema(name = "ChangedUser")
public record ChangedUser(
        @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") @Schema(example = "王伟")
        String displayName,

        @Nullable @Size(min = 1) Set<@NotNull Role> roles,
        @Nullable UUID teamId,

        @Nullable @Pattern(regexp = "zh-CN|en") @Schema(example = "zh-CN")
        String locale,

        @Nullable Boolean active) {}
