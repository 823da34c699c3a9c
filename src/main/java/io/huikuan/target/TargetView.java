package io.huikuan.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group or system to tell, as far as it may be shown: its URL is a key, and neither that nor its secret is ever read out. */
@Schema(name = "ChannelTarget")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) TargetKind kind,
        @Schema(required = true, example = "华东销售群") String name,

        @Schema(required = true, example = "qyapi.weixin.qq.com", description = "Of the URL; the rest is not shown.")
        String host,

        @Schema(required = true, description = "Whether messages to it may name customers and amounts.")
        boolean mayNameCustomers,

        @Schema(required = true, description = "Whether it has a secret, so that messages to it are signed.")
        boolean signed,

        @Nullable @Schema(description = "Until when messages are signed with the last secret, too.")
        Instant previousSecretUntil,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {}
