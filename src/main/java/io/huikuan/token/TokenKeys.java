package io.huikuan.token;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of access tokens: one signs, that and perhaps its predecessor verify. RS256, because verifying, which every
 * request does, is several times cheaper than with ES256 (bench/README.md).
 */
@Startup
@Singleton
class TokenKeys {
    private final RSAPrivateCrtKey signing;
    private final Map<String, RSAPublicKey> verifying = new LinkedHashMap<>();

    TokenKeys(TokenConfig config, @ConfigProperty(name = "huikuan.data.dir", defaultValue = "data") Path dataDir) {
        signing = config.privateKeyFile()
                .map(TokenKeys::readPrivate)
                .or(() -> config.generateKey() ? Optional.of(kept(dataDir.resolve("token-key.pem"))) : Optional.empty())
                .orElseThrow(
                        () -> new IllegalStateException(
                                "HUIKUAN_TOKEN_PRIVATE_KEY_FILE is missing: it names the PEM file (PKCS#8, RSA) that signs access tokens."));
        var present = publicOf(signing);
        verifying.put(idOf(present), present);
        config.previousPublicKeyFile()
                .map(TokenKeys::readPublic)
                .ifPresent(previous -> verifying.put(idOf(previous), previous));
    }

    RSAPrivateKey signing() {
        return signing;
    }

    String signingKeyId() {
        return verifying.keySet().iterator().next();
    }

    /** By key id, the present one first. */
    Map<String, RSAPublicKey> verifying() {
        return verifying;
    }

    /** The key of this data directory, made at the first start, so that a restart signs nobody out. */
    private static RSAPrivateCrtKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pem = "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, pem);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return readPrivate(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    private static RSAPrivateCrtKey readPrivate(Path file) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pem(file)));
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException notAKey) {
            throw new IllegalStateException(file + " is no RSA private key in PEM (PKCS#8)", notAKey);
        }
    }

    private static RSAPublicKey readPublic(Path file) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(pem(file)));
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException notAKey) {
            throw new IllegalStateException(file + " is no RSA public key in PEM", notAKey);
        }
    }

    private static byte[] pem(Path file) {
        try {
            return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RSAPublicKey publicOf(RSAPrivateCrtKey key) {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    /** The thumbprint of RFC 7638. */
    private static String idOf(RSAPublicKey key) {
        var json = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(unsigned(key.getPublicExponent()), unsigned(key.getModulus()));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(json.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
