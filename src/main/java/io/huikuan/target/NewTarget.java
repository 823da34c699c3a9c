package io.huikuan.target;

import io.huikuan.platform.NotInExample;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group or system to tell, as given by a client. */
@Schema(name = "NewChannelTarget")
public record NewTarget(
        @Nullable UUID id,
        @NotNull @Schema(required = true, example = "WECOM") TargetKind kind,

        @NotBlank @Size(max = 100) @Schema(required = true, example = "华东销售群")
        String name,

        @NotBlank
        @Size(max = 2048)
        @Schema(
                required = true,
                example = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7e1e-4b1e-8b9d-0c4f2f3b6c1a",
                description = "https, at a host that the operator allows. Never shown again.")
        String url,

        @NotInExample
        @Nullable
        @Size(max = 200)
        @Schema(
                example = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
                description =
                        "What messages are signed with. For WEBHOOK: whsec_ and 24 to 64 random bytes in Base64; none for WECOM."
                                + " Never shown again.")
        String secret,

        @Nullable @Schema(description = "Whether messages to it may name customers and amounts; false by default.")
        Boolean mayNameCustomers) {

    /** Idempotency keeps a fingerprint of the request, and that must not help to guess what is secret in it. */
    NewTarget withoutSecrets() {
        return new NewTarget(id, kind, name, "", null, mayNameCustomers);
    }
}
