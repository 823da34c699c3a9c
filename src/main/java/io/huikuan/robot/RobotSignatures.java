package io.huikuan.robot;

import io.huikuan.outbound.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How DingTalk and Feishu want to see that a message is ours: by the same parts, put together differently. */
final class RobotSignatures {

    private RobotSignatures() {}

    /** DingTalk: the secret is the key, and signs the time and itself. Base64, which has to be URL-encoded for the query. */
    static String dingTalk(String secret, long epochMillis) {
        return hmac(secret, epochMillis + "\n" + secret);
    }

    /** Feishu: the time and the secret are the key, and sign nothing. */
    static String feishu(String secret, long epochSeconds) {
        return hmac(epochSeconds + "\n" + secret, "");
    }

    private static String hmac(String key, String message) {
        return Base64.getEncoder()
                .encodeToString(StandardWebhooks.hmacSha256(
                        key.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8)));
    }
}
