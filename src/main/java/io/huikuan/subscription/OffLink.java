package io.huikuan.subscription;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What ends a subscription without signing in: an organisation, and a secret that nobody guesses, in one word of a URL. */
public record OffLink(UUID organisationId, String token) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 24;

    /** A secret that nobody guesses, for a URL. */
    public static String newToken() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Empty where it can't be one. */
    static Optional<OffLink> parse(String word) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(word));
            if (bytes.remaining() != ID_BYTES + SECRET_BYTES) {
                return Optional.empty();
            }
            var organisationId = new UUID(bytes.getLong(), bytes.getLong());
            var secret = new byte[SECRET_BYTES];
            bytes.get(secret);
            return Optional.of(new OffLink(
                    organisationId, Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    URI below(URI publicUrl) {
        var bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                .putLong(organisationId.getMostSignificantBits())
                .putLong(organisationId.getLeastSignificantBits())
                .put(Base64.getUrlDecoder().decode(token));
        var base = publicUrl.toString().replaceAll("/+$", "");
        return URI.create(base + "/api/v1/unsubscribe/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OffLink of " + organisationId;
    }
}
