package io.huikuan.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The refresh token as the phone holds it: the organisation's id and 256 secret bits.
 *
 * @param text what goes over the wire
 */
public record RefreshSecret(UUID organisationId, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 16 + 32;

    static byte[] random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static RefreshSecret first(UUID organisationId) {
        return of(organisationId, random());
    }

    /** Empty where {@code text} is no token of ours. */
    public static Optional<RefreshSecret> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != LENGTH) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new RefreshSecret(new UUID(buffer.getLong(), buffer.getLong()), text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * The token that comes after this one. Derived, not drawn: who shows this token again because the answer was lost gets
     * the very same successor, and the chain cannot fork.
     */
    RefreshSecret next(byte[] rotationSecret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(rotationSecret, "HmacSHA256"));
            return of(organisationId, mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static RefreshSecret of(UUID organisationId, byte[] secret) {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(organisationId.getMostSignificantBits())
                .putLong(organisationId.getLeastSignificantBits())
                .put(secret)
                .array();
        return new RefreshSecret(
                organisationId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "RefreshSecret[of " + organisationId + "]";
    }
}
