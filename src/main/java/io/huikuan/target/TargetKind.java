package io.huikuan.target;

import io.huikuan.channel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a target is, and so what its URL and its secret look like. */
public enum TargetKind {
    /** Robot of a WeCom group: whoever has its URL may write; there is nothing to sign with. */
    WECOM(ChannelId.WECOM),
    /** Robot of a DingTalk group; signs where it has been given a secret. */
    DINGTALK(ChannelId.DINGTALK),
    /** Robot of a Feishu or Lark group; signs where it has been given a secret. */
    FEISHU(ChannelId.FEISHU),
    /** Another system; always signed. */
    WEBHOOK(ChannelId.WEBHOOK);

    private static final String WEBHOOK_SECRET = "whsec_";
    private static final Pattern ROBOT_SECRET = Pattern.compile("[\\x21-\\x7e]{8,128}");
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final ChannelId channel;

    TargetKind(ChannelId channel) {
        this.channel = channel;
    }

    public ChannelId channel() {
        return channel;
    }

    /** Whether a message can carry two signatures, so that a secret can be changed without missing one. */
    boolean signsWithTwo() {
        return this == WEBHOOK;
    }

    /** A code of {@code problems.properties}; empty where the secret, or its absence, is fine. */
    Optional<String> objectionToSecret(@Nullable String secret) {
        return switch (this) {
            case WECOM -> secret == null ? Optional.empty() : Optional.of("secret-not-used");
            case DINGTALK, FEISHU ->
                secret == null || ROBOT_SECRET.matcher(secret).matches()
                        ? Optional.empty()
                        : Optional.of("secret-malformed");
            case WEBHOOK -> {
                if (secret == null) {
                    yield Optional.of("required");
                }
                yield isWebhookSecret(secret) ? Optional.empty() : Optional.of("webhook-secret-malformed");
            }
        };
    }

    /** As Standard Webhooks writes it: a prefix, and 24 to 64 bytes in Base64. */
    private static boolean isWebhookSecret(String secret) {
        if (!secret.startsWith(WEBHOOK_SECRET)) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder()
                    .decode(secret.substring(WEBHOOK_SECRET.length()).getBytes(StandardCharsets.UTF_8));
            return bytes.length >= FEWEST_BYTES && bytes.length <= MOST_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
