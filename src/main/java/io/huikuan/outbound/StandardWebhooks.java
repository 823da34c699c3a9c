package io.huikuan.outbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed requests as the Standard Webhooks specification has them: {@code webhook-id} is the same at every try, {@code webhook-timestamp}
 * is in seconds, and {@code webhook-signature} has {@code v1,} and the Base64 of HMAC-SHA256 over {@code id.timestamp.body} for each secret,
 * with a space in between. A receiver checks one of them, refuses old timestamps, and drops ids that it has seen.
 */
public final class StandardWebhooks {

    private static final String SECRET_PREFIX = "whsec_";

    private StandardWebhooks() {}

    /** @param secrets each {@code whsec_} and Base64; more than one while they are being changed */
    public static Map<String, String> headers(List<String> secrets, String id, Instant now, String body) {
        var timestamp = Long.toString(now.getEpochSecond());
        var signatures = secrets.stream()
                .map(secret -> "v1," + signature(secret, id + "." + timestamp + "." + body))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }

    private static String signature(String secret, String content) {
        var key = Base64.getDecoder()
                .decode(secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
        return Base64.getEncoder().encodeToString(hmacSha256(key, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The algorithm by which all of these services sign. */
    public static byte[] hmacSha256(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
