package io.huikuan.target;

import io.huikuan.platform.NotInExample;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different of a target; what is absent stays. */
@Schema(name = "ChangedChannelTarget")
public record ChangedTarget(
        @Nullable @Size(max = 100) @Pattern(regexp = ".*\\S.*") @Schema(example = "华东销售群")
        String name,

        @Nullable
        @Size(max = 2048)
        @Schema(
                example = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7e1e-4b1e-8b9d-0c4f2f3b6c1a",
                description = "Never shown again.")
        String url,

        @NotInExample
        @Nullable
        @Size(max = 200)
        @Schema(
                example = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
                description = "Never shown again. A webhook is signed with the last one, too, for as long as"
                        + " previousSecretUntil says.")
        String secret,

        @Nullable Boolean mayNameCustomers) {}
