package io.huikuan.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who issues access tokens, how long they are good, and the keys that prove it. */
@ConfigMapping(prefix = "huikuan.token")
interface TokenConfig {
    /** The {@code iss} of access tokens; also who may have issued one. */
    String issuer();

    /** How long an access token is good. Short, for what it grants is only looked up again with the next one. */
    Duration accessLifetime();

    /** PEM file (PKCS#8) of the RSA key that signs access tokens; the same on every replica. */
    Optional<Path> privateKeyFile();

    /** PEM file of the public key that signed until the last change of keys; accepted while its tokens live. */
    Optional<Path> previousPublicKeyFile();

    /** Makes and keeps a key of its own where none is given: dev, demo and tests only. */
    @WithDefault("false")
    boolean generateKey();
}
