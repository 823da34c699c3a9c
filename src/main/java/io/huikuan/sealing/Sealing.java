package io.huikuan.sealing;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals texts with AES-256-GCM. What is sealed is 4 bytes that say by which key, 12 random ones, and the cipher text with its tag of 16; the
 * place that it was sealed for is authenticated along, so that a row's secret is of no use in another row.
 */
@Startup // a key file that can't be used is to stop the start
@Singleton
public final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * Where a sealed text stands, and may be opened.
     *
     * @param field the column, for two secrets of one row are no more to be mistaken than those of two
     */
    public record Place(UUID organisationId, UUID id, String field) {
        byte[] bytes() {
            return (organisationId + "/" + id + "/" + field).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** It can't be opened: another place, a key that is no longer there, or somebody has changed it. */
    public static final class BrokenSeal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenSeal(String message) {
            super(message);
        }
    }

    @Inject
    Sealing(SealingConfig config, @ConfigProperty(name = "huikuan.data.dir", defaultValue = "data") Path dataDir) {
        this(SealingKeys.of(config, dataDir));
    }

    Sealing(SealingKeys keys) {
        this.keys = keys;
    }

    /** False where no key is configured: nothing can be sealed or opened then. */
    public boolean isOn() {
        return keys.present().isPresent();
    }

    /**
     * @return Base64
     * @throws IllegalStateException where no key is configured
     */
    public String seal(String text, Place place) {
        var key = keys.present().orElseThrow(() -> new IllegalStateException("no key to seal with"));
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var closed = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, place, text.getBytes(StandardCharsets.UTF_8));
        var all = ByteBuffer.allocate(Integer.BYTES + NONCE_BYTES + closed.length)
                .putInt(key.id())
                .put(nonce)
                .put(closed);
        return Base64.getEncoder().encodeToString(all.array());
    }

    /** @throws BrokenSeal where it can't be opened at this place */
    public String open(String closed, Place place) {
        var bytes = bytes(closed);
        var key = keys.byId(ByteBuffer.wrap(bytes).getInt())
                .orElseThrow(() -> new BrokenSeal("sealed with a key that is not here"));
        var nonce = Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + NONCE_BYTES);
        var text = Arrays.copyOfRange(bytes, Integer.BYTES + NONCE_BYTES, bytes.length);
        return new String(cipher(Cipher.DECRYPT_MODE, key.secret(), nonce, place, text), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String closed) {
        try {
            var bytes = Base64.getDecoder().decode(closed);
            if (bytes.length >= Integer.BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // no Base64: the sentence below says it
        }
        throw new BrokenSeal("not sealed at all");
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, Place place, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.bytes());
            return cipher.doFinal(text);
        } catch (AEADBadTagException _) {
            throw new BrokenSeal("changed, or sealed for another place");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
