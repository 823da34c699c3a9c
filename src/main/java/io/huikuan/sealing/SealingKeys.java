package io.huikuan.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key seals; that and perhaps its predecessor open.
 *
 * @param present seals and opens
 * @param previous opens only
 */
record SealingKeys(Optional<Key> present, Optional<Key> previous) {

    private static final int KEY_BYTES = 32;

    /**
     * @param id the beginning of the key's SHA-256: the same on every replica, without a register of keys
     */
    record Key(int id, SecretKey secret) {
        static Key of(byte[] bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(ByteBuffer.wrap(digest).getInt(), new SecretKeySpec(bytes, "AES"));
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        @Override
        public String toString() {
            return "key " + Integer.toHexString(id);
        }
    }

    /** @throws IllegalStateException when a file is named that holds no key */
    static SealingKeys of(SealingConfig config, Path dataDir) {
        var present = config.keyFile()
                .map(SealingKeys::read)
                .or(() -> config.generateKey() ? Optional.of(kept(dataDir.resolve("sealing-key"))) : Optional.empty());
        return new SealingKeys(present, config.previousKeyFile().map(SealingKeys::read));
    }

    Optional<Key> byId(int id) {
        return Stream.concat(present.stream(), previous.stream())
                .filter(key -> key.id() == id)
                .findFirst();
    }

    /** The key of this data directory, made at the first start, so that a restart can open what was sealed before. */
    private static Key kept(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return read(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The exception names the file and has no cause: what is in the file may be most of a key. */
    private static Key read(Path file) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException _) {
            bytes = new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(file + " holds no key: 32 bytes in Base64, as of openssl rand -base64 32");
        }
        return Key.of(bytes);
    }
}
